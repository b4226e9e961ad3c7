import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { Assignment } from '../../../../typings/inspections';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Row } from '../../../components/Row';
import { Tag } from '../../../components/Tag';
import { inspecting } from '../../../stores/made/inspections';
import { Shown } from '../Findings';
import { leadLabels } from '../labels.data';

/** 线索: what other checks came upon, for a person to look at; nothing of it is found by itself. */
export const Leads = observer(function Leads({
  assignment: { leads },
}: {
  assignment: Assignment;
}) {
  if (leads.length === 0) return null;
  return (
    <Card
      title={`线索 ${leads.length} 条`}
      note="来自备案与日常监测，不是结论；核实后在“另外发现”中选对应的一项"
    >
      {leads.map((lead) => {
        const { kind, evidence } = lead;
        const isTaken = inspecting.taken === lead;
        return (
          <View
            className="finding"
            key={`${kind}${evidence.figures.map(({ value }) => value).join()}`}
          >
            <Row label={leadLabels[kind]} value={isTaken ? <Tag text="已作依据" /> : undefined} />
            <Shown evidence={evidence} pictures={{}} />
            {!isTaken && (
              <Action
                text="核实无误，作为依据"
                kind="plain"
                onPress={() => inspecting.take(lead)}
              />
            )}
          </View>
        );
      })}
    </Card>
  );
});
