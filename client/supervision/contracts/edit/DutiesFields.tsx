import { observer } from 'mobx-react-lite';
import type { ContractDuties } from '../../../../typings/contracts';
import { Card } from '../../../components/Card';
import type { ContractEditor } from '../../../stores/contract-editor';
import { dutyLabels } from '../duties.data';
import { Fields } from './TermsFields';

/** What stays with the agency in any delegation: done on which day. */
export const DutiesFields = observer(function DutiesFields({ editor }: { editor: ContractEditor }) {
  const fields = editor.form.duties.map(({ code, text, source }) => ({
    field: code,
    label: `${dutyLabels[code]}${isOfficer(code) ? '（姓名）' : '（落实日期）'}`,
    hint: `${text}。依据：${source}`,
  }));
  return (
    <Card title="委托不移交的责任" note="还没有落实的留空，会在合同里提醒">
      <Fields editor={editor} fields={fields} />
    </Card>
  );
});

function isOfficer(code: keyof ContractDuties): boolean {
  return code === 'namedOfficer';
}
