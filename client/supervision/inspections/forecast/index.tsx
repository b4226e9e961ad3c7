import { View } from '@tarojs/components';
import { useLoad, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { UpdateForecast } from '../../../../typings/inspections';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Segments } from '../../../components/Segments';
import { Tag } from '../../../components/Tag';
import { dayLabel } from '../../../periods';
import { stores } from '../../../stores';
import { inspections } from '../../../stores/made/inspections';
import { daysLeftTag } from '../days-left';

const { display } = stores;
const horizons = [
  { id: '0', label: '今天到期' },
  { id: '3', label: '3 天内' },
  { id: '7', label: '7 天内' },
  { id: '14', label: '14 天内' },
];

/** 更新预警: who fails when if nothing is posted, the first one first. */
export default observer(function ForecastPage() {
  const [within, setWithin] = useState('3');
  const load = (days = within) => void inspections.loadForecast(Number(days));
  useLoad(() => load());
  useReachBottom(() => void inspections.moreForecasts(Number(within)));
  const { forecast, forecasts, file } = inspections;
  return (
    <Screen scale={display.scale}>
      <Segments
        options={horizons}
        chosen={within}
        onChoose={(id) => {
          setWithin(id);
          load(id);
        }}
      />
      <Loaded value={forecast.value} error={forecast.error} onRetry={() => load()}>
        {({ next }) =>
          forecasts.length === 0 ? (
            <Empty
              title="没有将要到期的账号"
              text="按各地更新期限推算；不知道最近发文日期的账号不在其列。"
            />
          ) : (
            <>
              <Card title="按期限先后" note="已逾期的也在其中；期限按账号类型和地域设定">
                {forecasts.map((one) => (
                  <ForecastRow key={one.accountId} forecast={one} />
                ))}
              </Card>
              <Action
                text={file.busy ? '正在生成…' : '导出表格'}
                kind="secondary"
                waiting={file.busy}
                onPress={() => void inspections.exportForecast(Number(within))}
              />
              {file.error && <Notice tone="bad" title={file.error.message} />}
              {next === null && <View className="list-end">已全部显示</View>}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
});

function ForecastRow({ forecast }: { forecast: UpdateForecast }) {
  const { name, agency, lastPublished, clock, daysLeft } = forecast;
  return (
    <Row
      label={name}
      note={`${agency} · 最近发文 ${dayLabel(lastPublished)} · 期限 ${clock.days} 天`}
      value={<Tag {...daysLeftTag(daysLeft)} />}
    />
  );
}
