import type { Settlement } from '../../../../typings/kpis';
import { Notice } from '../../../components/Notice';
import { kpiLabel } from '../figures';

/** What should be cleared up before a settlement is accepted. */
export function WaitingNotices({ settlement }: { settlement: Settlement }) {
  const { kpis, unknownKpis, disputedKpis, mayTerminate } = settlement;
  const names = (ids: string[]) => {
    const of = kpis
      .filter(({ kpiId }) => ids.includes(kpiId))
      .map(({ metric }) => kpiLabel(metric));
    return [...new Set(of)].join('、');
  };
  const estimated = kpis.filter((kpi) => kpi.estimated).map(({ kpiId }) => kpiId);
  return (
    <>
      {mayTerminate && <Notice tone="bad" title="有指标突破底线，可按合同约定终止" />}
      {disputedKpis.length > 0 && (
        <Notice tone="warn" title={`自报与系统数据不一致：${names(disputedKpis)}`}>
          以系统数据为准，差异请核对后再验收。
        </Notice>
      )}
      {estimated.length > 0 && (
        <Notice tone="warn" title={`实际数为估算：${names(estimated)}`}>
          来源表格有空缺或只有约数，请对照后台核对后再验收。
        </Notice>
      )}
      {unknownKpis.length > 0 && (
        <Notice title={`缺少数据：${names(unknownKpis)}`}>没有扣减，补齐填报后会自动更新。</Notice>
      )}
    </>
  );
}
