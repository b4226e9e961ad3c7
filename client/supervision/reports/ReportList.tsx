import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Report } from '../../../typings/reports';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Skeleton } from '../../components/Skeleton';
import { Tag } from '../../components/Tag';
import { formatNumber } from '../../figures';
import { instantLabel } from '../../periods';
import type { Paged } from '../../stores/paged';
import { stateLabels } from './labels.data';

interface Props {
  title: string;
  list: Paged<Report>;
  onRetry: () => void;
}

/** Reports, a page at a time. */
export const ReportList = observer(function ReportList({ title, list, onRetry }: Props) {
  const { rows, page } = list;
  return (
    <>
      {page.error && (
        <Notice tone="bad" title={page.error.message} action="重试" onAction={onRetry} />
      )}
      {rows.length > 0 && (
        <Card title={title} note="使用研究方案的报告，仅供研究参考，不作考核依据">
          {rows.map((report) => (
            <Row
              key={report.id}
              label={report.title}
              note={noteOf(report)}
              value={
                report.number === null ? (
                  <Tag {...stateLabels[report.state]} />
                ) : (
                  `第 ${report.number} 期`
                )
              }
              onOpen={() =>
                void Taro.navigateTo({ url: `/supervision/reports/report/index?id=${report.id}` })
              }
            />
          ))}
        </Card>
      )}
      {page.loading && (
        <Card>
          <Skeleton lines={rows.length > 0 ? 2 : 5} />
        </Card>
      )}
    </>
  );
});

function noteOf({ state, done, asOf, headline, publishedAt, sample }: Report) {
  if (state === 'running') return `已读取 ${formatNumber(done)} 个账号`;
  return [
    `${formatNumber(headline?.accounts ?? null)} 个账号`,
    publishedAt ? `${instantLabel(publishedAt)} 发布` : `${instantLabel(asOf)} 编写`,
    ...(sample ? ['示例数据'] : []),
  ].join(' · ');
}
