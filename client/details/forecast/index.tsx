import Taro, { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { RunningForecast } from '../../../typings/overview';
import { Empty } from '../../components/Empty';
import { Loaded } from '../../components/Loaded';
import { periodLabel } from '../../periods';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';
import { Outlook } from './Outlook';

const { details, session } = stores;

/** 本期预测: where the running month is heading, and how sure that is. */
export default observer(function ForecastPage() {
  useLoad(() => {
    void details.loadForecast();
    if (session.memberships.value === null) void session.loadMemberships();
  });
  return (
    <DetailScreen about="account">
      <Loaded
        value={details.forecast.value}
        error={details.forecast.error}
        onRetry={() => void details.loadForecast()}
      >
        {(running) =>
          running.forecast ? (
            <Outlook running={running} forecast={running.forecast} />
          ) : (
            <Nothing running={running} />
          )
        }
      </Loaded>
    </DetailScreen>
  );
});

/** Why there is no forecast, and what brings one. */
const Nothing = observer(function Nothing({ running }: { running: RunningForecast }) {
  const month = periodLabel(running.period);
  const isFiled = running.soFar !== null;
  const files = session.hasRole('staff');
  return (
    <Empty
      title={isFiled ? '历史还不够' : `还没有${month}的文章数据`}
      text={isFiled ? historyText(running) : `${articlesText}${files ? '' : '由主办单位上传。'}`}
      action={files ? '去填报' : undefined}
      onAction={files ? () => void Taro.switchTab({ url: '/pages/submit/index' }) : undefined}
    />
  );
});

const articlesText =
  '在「填报」选这个月，上传公众号后台导出的文章表格，就能推算月底大约多少分；只填总数不行，要知道每篇是哪天发的。';

function historyText({ pastPeriods }: RunningForecast): string {
  return `带文章清单的往月只有 ${pastPeriods} 个，同组也没有可以借鉴的账号，给不出有把握的区间。补传往月的文章表格就能预测。`;
}
