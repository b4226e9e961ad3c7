import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { PostingRecord } from '../../../typings/monitors';
import { PagedList } from '../../components/PagedList';
import { Pills } from '../../components/Pills';
import { Row } from '../../components/Row';
import { periodLabel } from '../../periods';
import { monitors } from '../../stores/made/monitors';

const orders = { gap: '最长间隔', below: '不达标天数' };
const titles = { gap: '最长间隔，从长到短', below: '低于更新标准的天数，从多到少' };

/** How steadily the accounts of a scope post: by the longest gap, or by the days below the standard. */
export const Postings = observer(function Postings() {
  const { order, sheet } = monitors;
  return (
    <>
      <Pills
        options={orders}
        chosen={[order]}
        onTap={(id) => void monitors.showPostings(id === 'below' ? 'below' : 'gap')}
      />
      <PagedList
        list={monitors.postings}
        title={titles[order]}
        note="按最近一期填报的文章；标准是各地的更新时限"
        none="还没有账号填报过文章。"
        row={(one) => <PostingRow key={one.accountId} posting={one} by={order} />}
        onRetry={() => void monitors.showPostings(order)}
        sheet={sheet}
        onExport={() => void monitors.exportPostings()}
      />
    </>
  );
});

function PostingRow({ posting, by }: { posting: PostingRecord; by: 'gap' | 'below' }) {
  const { accountId, accountName, period, previous, standard, silentDays, openHits } = posting;
  const { longestGapDays: gap, daysBelow: below } = posting;
  const [value, before] =
    by === 'gap' ? [gap, previous?.longestGapDays] : [below, previous?.daysBelow];
  return (
    <Row
      label={accountName}
      note={[
        periodLabel(period),
        before == null ? '' : `上期 ${before} 天`,
        by === 'gap' && below !== null ? `不达标 ${below} 天` : '',
        by === 'below' && gap !== null ? `最长间隔 ${gap} 天` : '',
        standard ? `标准 ${standard.days} 天` : '',
        silentDays === null ? '' : `距最近发文 ${silentDays} 天`,
        openHits > 0 ? `待核词条 ${openHits}` : '',
        posting.sample ? '示例数据' : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      value={value === null ? '—' : `${value} 天`}
      onOpen={() => void Taro.navigateTo({ url: `/registry/account/index?id=${accountId}` })}
    />
  );
}
