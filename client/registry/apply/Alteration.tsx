import { observer } from 'mobx-react-lite';
import type { Account } from '../../../typings/registry';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { FieldRow } from '../../components/FieldRow';
import { Notice } from '../../components/Notice';
import { Pills } from '../../components/Pills';
import { departmentLabels, levelLabels } from '../../labels.data';
import type { ApplicationForm } from '../../stores/application-form';
import { lifecycle } from '../../stores/made/lifecycle';
import { PlaceRow } from '../PlaceRow';
import { Questions } from './Questions';
import { agencyQuestions, operatorChanges } from './questions.data';

interface Props {
  form: ApplicationForm;
  account: Account;
}

/** 变更内容: name, who operates, and the agency with the unit above it; what is left alone stays. */
export const Alteration = observer(function Alteration({ form, account }: Props) {
  const fields = lifecycle.acted.error?.fields ?? {};
  const { agency, operation } = account;
  return (
    <>
      <Card title="变更什么" note="只填要变更的，其余不变">
        <FieldRow
          id="alteration-name"
          label="新的账号名称"
          placeholder={`现为 ${account.name}`}
          value={form.text['alteration.name'] ?? ''}
          maxLength={60}
          error={fields['application.alteration.name'] ?? fields['application.alteration']}
          onInput={(text) => form.type('alteration.name', text)}
        />
        <ChoiceRow
          label={`运营单位（现为 ${operation.operator ?? '本单位'}）`}
          labels={operatorChanges}
          chosen={form.operator}
          onChoose={(chosen) => form.chooseOperator(chosen)}
        />
        {form.operator === 'vendor' && (
          <FieldRow
            id="alteration-operator"
            label="新的运营单位"
            value={form.text['alteration.operator'] ?? ''}
            maxLength={80}
            error={fields['application.alteration.operator']}
            onInput={(text) => form.type('alteration.operator', text)}
          />
        )}
        <Pills
          options={{ agency: '主办或主管单位变更' }}
          chosen={form.movesAgency ? ['agency'] : []}
          onTap={() => form.moveAgency(!form.movesAgency, account)}
        />
      </Card>
      {form.movesAgency && (
        <Card
          title="主办单位与主管单位"
          note={`现为 ${agency.name}，主管单位${agency.supervisorUnit ?? '未登记'}`}
        >
          <Questions form={form} questions={agencyQuestions} />
          <PlaceRow
            code={form.text['alteration.agency.region'] ?? ''}
            error={fields['application.alteration.agency.region']}
            onChoose={(code) => form.type('alteration.agency.region', code)}
          />
          <ChoiceRow
            label="级别"
            labels={levelLabels}
            chosen={form.level}
            onChoose={(level) => form.choose({ level })}
          />
          <ChoiceRow
            label="系统"
            labels={departmentLabels}
            chosen={form.department}
            onChoose={(department) => form.choose({ department })}
          />
          <Notice title="换了地域、级别或系统的，变更后由新的主管部门管理；批准的人须同时管得到两边。" />
        </Card>
      )}
    </>
  );
});
