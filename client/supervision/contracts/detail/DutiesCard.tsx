import type { ContractDetail, ContractDuties } from '../../../../typings/contracts';
import { Card } from '../../../components/Card';
import { Row } from '../../../components/Row';
import { Tag } from '../../../components/Tag';
import { dutyLabels } from '../duties.data';

/** 主办单位职责: what stays with the agency in any delegation, done on which day or open. */
export function DutiesCard({ detail: { contract, warnings } }: { detail: ContractDetail }) {
  const sources = new Map(warnings.map(({ text, source }) => [text, source]));
  const duties = Object.entries(dutyLabels) as [keyof ContractDuties, string][];
  return (
    <Card title="委托不移交的责任" note="谁开设、谁主办：责任不因委托而转移">
      {duties.map(([duty, label]) => {
        const done = contract.duties[duty];
        const reminder = [...sources].find(([text]) => text.includes(label));
        return (
          <Row
            key={duty}
            label={label}
            note={done === null ? reminder?.[1] : undefined}
            value={done ?? <Tag text="未落实" tone="warn" />}
          />
        );
      })}
    </Card>
  );
}
