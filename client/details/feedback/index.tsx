import { Image } from '@tarojs/components';
import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { FeedbackReport, Proportion } from '../../../typings/feedback';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Trend } from '../../components/charts/Trend';
import { Loaded } from '../../components/Loaded';
import { Meter } from '../../components/Meter';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { formatShare } from '../../figures';
import { shortPeriodLabel } from '../../periods';
import { stores } from '../../stores';
import { feedback } from '../../stores/made/feedback';
import { aspectLabels, outcomeLabels } from './labels.data';
import { UnfollowCard } from './UnfollowCard';
import './index.scss';

const { display } = stores;

/** 群众评价: what citizens said in the last weeks, and the code that they scan. */
export default observer(function FeedbackReportPage() {
  const { params } = useRouter();
  const accountId = params.accountId ?? '';
  const load = () => void feedback.openReport(accountId);
  useLoad(load);
  const { report } = feedback;
  return (
    <Screen scale={display.scale}>
      <Loaded value={report.value} error={report.error} onRetry={load}>
        {(value) => (
          <>
            <Report report={value} />
            <CodeCard accountId={accountId} />
          </>
        )}
      </Loaded>
    </Screen>
  );
});

function Report({
  report: { name, summary, weeks, pending, unfollows },
}: {
  report: FeedbackReport;
}) {
  const { answers, minimum, aspects, service, satisfied, comments } = summary;
  return (
    <>
      <Card title={name} note="近 12 周，每人每周一份">
        <Row label="收到评价" value={`${answers} 份`} />
        {satisfied && <Share label="满意" share={satisfied} />}
      </Card>
      {answers < minimum && (
        <Notice title={`满 ${minimum} 份后显示结果，还差 ${minimum - answers} 份`}>
          份数太少时说明不了问题，也容易猜出是谁写的。
        </Notice>
      )}
      <Card title="每周收到多少份">
        <Trend
          decimals={0}
          values={weeks.map(({ week, answers: count, satisfied: share }) => ({
            label: shortPeriodLabel(week),
            value: count,
            note: share ? `满意 ${formatShare(share.share)}` : undefined,
          }))}
        />
      </Card>
      <UnfollowCard unfollows={unfollows} />
      {aspects && (
        <Card title="说好的占多少" note="括号里是 95% 区间：份数越多越窄">
          {aspectLabels.map(({ aspect, label }) => (
            <Share key={aspect} label={label} share={aspects[aspect]} />
          ))}
        </Card>
      )}
      {service && (
        <Card title="来办事的人">
          {outcomeLabels.map(({ outcome, label }) => (
            <Share key={outcome} label={label} share={service[outcome]} />
          ))}
        </Card>
      )}
      {comments.length > 0 && (
        <Card title="留下的话" note="已通过内容检查；不记录是谁写的">
          {comments.map((comment, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no name and may be the same
            <Row key={index} label={comment} />
          ))}
        </Card>
      )}
      {pending > 0 && <Notice title={`另有 ${pending} 句话在等待内容检查，通过前不显示`} />}
    </>
  );
}

function Share({ label, share }: { label: string; share: Proportion | null }) {
  const range = share ? `（${formatShare(share.low)}–${formatShare(share.high)}）` : '';
  return (
    <>
      <Row
        label={label}
        note={share ? `${share.of} 人中 ${share.count} 人` : '没有人回答'}
        value={`${formatShare(share?.share ?? null)}${range}`}
      />
      <Meter share={share?.share ?? null} />
    </>
  );
}

/** 评价码: for a counter or the end of an article. */
const CodeCard = observer(function CodeCard({ accountId }: { accountId: string }) {
  const { value, error, loading } = feedback.code;
  return (
    <Card title="评价码" note="印在办事窗口，或放在文章末尾；扫开就是这个号的评价页">
      {error && <Notice tone="bad" title={error.message} />}
      {value && (
        <Image
          className="code"
          src={value.url}
          mode="aspectFit"
          showMenuByLongpress
          onClick={() => void Taro.previewImage({ urls: [value.url] })}
        />
      )}
      <Action
        kind="secondary"
        text={loading ? '正在生成…' : value ? '重新生成' : '生成评价码'}
        waiting={loading}
        onPress={() => void feedback.loadCode(accountId)}
      />
      <Row
        label="先看看评价页"
        onOpen={() => void Taro.navigateTo({ url: `/feedback/index?accountId=${accountId}` })}
      />
    </Card>
  );
});
