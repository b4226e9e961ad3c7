import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { MatrixRow } from '../../../../typings/matrix';
import { Card } from '../../../components/Card';
import { PagedList } from '../../../components/PagedList';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { levelLabels } from '../../../labels.data';
import { stores } from '../../../stores';
import { matrix } from '../../../stores/made/matrix';

const { display } = stores;

/** 微信矩阵: the accounts of a scope and how their links stand. */
export default observer(function MatrixTablePage() {
  useDidShow(() => void matrix.showTable());
  const { table, tableSheet } = matrix;
  useReachBottom(() => void table.more());

  return (
    <Screen scale={display.scale}>
      <Card>
        <Row
          label="地域覆盖"
          note="各地哪些系统有在用的账号，哪些还没有"
          onOpen={() => void Taro.navigateTo({ url: '/supervision/matrix/region/index' })}
        />
      </Card>
      <PagedList
        list={table}
        title="辖区账号"
        note="点开看上下级、失效与缺失的链接"
        none="您管辖的范围内还没有登记账号。"
        row={(row) => (
          <Row
            key={row.accountId}
            label={row.name}
            note={noteOf(row)}
            value={row.dead > 0 ? <Tag text={`失效 ${row.dead}`} tone="bad" /> : undefined}
            onOpen={() =>
              void Taro.navigateTo({ url: `/supervision/matrix/index?accountId=${row.accountId}` })
            }
          />
        )}
        onRetry={() => void matrix.showTable()}
        sheet={tableSheet}
        onExport={() => void matrix.exportTable()}
      />
    </Screen>
  );
});

function noteOf({ agencyName, level, statedOn, links, unknown, linksSuperior, sample }: MatrixRow) {
  const stated = statedOn
    ? [
        `链接 ${links} 条`,
        ...(unknown > 0 ? [`未登记 ${unknown}`] : []),
        ...(linksSuperior === false ? ['未链接上级'] : []),
      ]
    : ['未登记链接'];
  return [agencyName, levelLabels[level], ...stated, ...(sample ? ['示例数据'] : [])].join(' · ');
}
