import { View } from '@tarojs/components';
import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { MatrixRow } from '../../../../typings/matrix';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { levelLabels } from '../../../labels.data';
import { stores } from '../../../stores';
import { matrix } from '../../../stores/made/matrix';

const { display } = stores;

/** 微信矩阵: the accounts of a scope and how their links stand. */
export default observer(function MatrixTablePage() {
  useDidShow(() => void matrix.showTable());
  const { table, sheet } = matrix;
  useReachBottom(() => void table.more());
  const { page, rows } = table;

  return (
    <Screen scale={display.scale}>
      {page.error && (
        <Notice
          tone="bad"
          title={page.error.message}
          action="重试"
          onAction={() => void matrix.showTable()}
        />
      )}
      <Card>
        <Row
          label="地域覆盖"
          note="各地哪些系统有在用的账号，哪些还没有"
          onOpen={() => void Taro.navigateTo({ url: '/supervision/matrix/coverage/index' })}
        />
      </Card>
      {rows.length > 0 && (
        <Card title="辖区账号" note="点开看上下级、失效与缺失的链接">
          {rows.map((row) => (
            <Row
              key={row.accountId}
              label={row.name}
              note={noteOf(row)}
              value={row.dead > 0 ? <Tag text={`失效 ${row.dead}`} tone="bad" /> : undefined}
              onOpen={() =>
                void Taro.navigateTo({
                  url: `/supervision/matrix/index?accountId=${row.accountId}`,
                })
              }
            />
          ))}
          <Action
            text={sheet.busy ? '正在生成…' : '导出表格'}
            kind="secondary"
            waiting={sheet.busy}
            onPress={() => void matrix.exportTable()}
          />
          {sheet.error && <Notice tone="bad" title={sheet.error.message} />}
        </Card>
      )}
      {page.loading && (
        <Card>
          <Skeleton lines={rows.length > 0 ? 2 : 6} />
        </Card>
      )}
      {page.value && rows.length === 0 && !page.loading && (
        <Empty title="没有账号" text="您管辖的范围内还没有登记账号。" />
      )}
      {rows.length > 0 && !table.hasMore && <View className="list-end">已全部显示</View>}
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
