import Taro, { useLoad, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { UpdateForecast } from '../../../../typings/updates';
import { Card } from '../../../components/Card';
import { PagedList } from '../../../components/PagedList';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Segments } from '../../../components/Segments';
import { Tag } from '../../../components/Tag';
import { dayLabel } from '../../../periods';
import { stores } from '../../../stores';
import { updateForecasts } from '../../../stores/made/inspections';
import { daysLeftTag } from '../days-left';
import { ClocksSheet } from './ClocksSheet';

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
  const [clocksShown, showClocks] = useState(false);
  const load = (days = within) => void updateForecasts.load(Number(days));
  useLoad(() => load());
  useReachBottom(() => void updateForecasts.forecasts.more());
  const { forecasts, sheet } = updateForecasts;
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
      <Card>
        <Row
          label="适用的更新时限"
          note="按地域和账号类型，各依哪份文件"
          onOpen={() => {
            showClocks(true);
            void updateForecasts.loadClocks();
          }}
        />
      </Card>
      <PagedList
        list={forecasts}
        title="按期限先后"
        note="已逾期的也在其中；期限按账号类型和地域设定"
        none="没有将要到期的账号。不知道最近发文日期的账号不在其列。"
        row={(one) => <ForecastRow key={one.accountId} forecast={one} />}
        onRetry={() => load()}
        sheet={sheet}
        onExport={() => void updateForecasts.export(Number(within))}
      />
      <ClocksSheet open={clocksShown} onClose={() => showClocks(false)} />
    </Screen>
  );
});

function ForecastRow({ forecast }: { forecast: UpdateForecast }) {
  const { accountId, name, agency, lastPublished, clock, daysLeft, sample } = forecast;
  return (
    <Row
      label={name}
      note={`${agency} · 最近发文 ${dayLabel(lastPublished)} · 期限 ${clock.days} 天${sample ? ' · 示例数据' : ''}`}
      value={<Tag {...daysLeftTag(daysLeft)} />}
      onOpen={() => void Taro.navigateTo({ url: `/registry/account/index?id=${accountId}` })}
    />
  );
}
