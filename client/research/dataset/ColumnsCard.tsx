import { observer } from 'mobx-react-lite';
import type { DatasetRelease } from '../../../typings/datasets';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { datasets } from '../../stores/made/datasets';
import { sensitivityLabels } from '../labels.data';

/** 数据字典: each column with what it means and what was done to it. */
export const ColumnsCard = observer(function ColumnsCard({ release }: { release: DatasetRelease }) {
  const { value } = datasets.columns;
  const held = new Set<string>(release.columns);
  const always = new Set(['id', 'level', 'region', 'department', 'kind']);
  const columns = value?.columns.filter(({ name }) => held.has(name) || always.has(name)) ?? [];
  return (
    <Card title="数据字典" note="下载包内另有完整的代码表与取整规则">
      {columns.map(({ name, label, unit, definition, sensitivity, rounding }) => (
        <Row
          key={name}
          label={unit ? `${label}（${unit}）` : label}
          note={
            rounding ? `${definition}。${sensitivityLabels[sensitivity]}：${rounding}` : definition
          }
        />
      ))}
    </Card>
  );
});
