import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { AccountAlteration, ProcedureDetail } from '../../../typings/lifecycle';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Tag } from '../../components/Tag';
import { departmentLabels, levelLabels } from '../../labels.data';
import { dayLabel, longDayLabel } from '../../periods';
import { stores } from '../../stores';
import { lifecycle } from '../../stores/made/lifecycle';
import { PlaceName } from '../PlaceName';
import { kindLabels, plannedDayLabels, stateTags } from '../procedures/labels.data';
import { Course } from './Course';
import { Next } from './Next';
import { isUnderWay } from './offers';

const { session, display } = stores;

/** 办理进度: the steps of one procedure, its record, and what this person may do next. */
export default observer(function ProcedurePage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  const load = async () => {
    await Promise.all([session.open(), session.loadMemberships(), lifecycle.open(id)]);
  };
  useDidShow(() => void load());
  const { detail, acted } = lifecycle;

  return (
    <Screen scale={display.scale}>
      <Loaded value={detail.value} error={detail.error} onRetry={() => void load()}>
        {(value) => (
          <>
            <Steps detail={value} />
            {acted.error && (
              <Notice tone="bad" title={acted.error.fields?.on ?? acted.error.message} />
            )}
            <Next key={value.sequence} detail={value} />
            {value.events.length > 1 && <Course detail={value} />}
            <Stated detail={value} />
            <Rules detail={value} />
          </>
        )}
      </Loaded>
    </Screen>
  );
});

function Steps({ detail }: { detail: ProcedureDetail }) {
  return (
    <Card
      title={`${kindLabels[detail.kind]} · ${detail.accountName}`}
      note={`${detail.agencyName}${detail.sample ? ' · 示例数据' : ''}`}
      aside={<Tag {...stateTags[detail.state]} />}
    >
      {detail.steps.map(({ step, label, doneOn, dueOn, notBefore, overdue, limit }) => (
        <Row
          key={step}
          label={`${doneOn ? '✓' : '○'} ${label}`}
          note={
            doneOn || !isUnderWay(detail)
              ? undefined
              : [
                  notBefore && `公告期满，${dayLabel(notBefore)}起可办`,
                  dueOn &&
                    `${dayLabel(dueOn)}前${limit?.basis === 'reference' ? '（参照期限）' : ''}`,
                ]
                  .filter(Boolean)
                  .join('，') || undefined
          }
          value={doneOn ? dayLabel(doneOn) : overdue ? <Tag text="逾期" tone="bad" /> : ''}
        />
      ))}
    </Card>
  );
}

const Stated = observer(function Stated({ detail }: { detail: ProcedureDetail }) {
  const { application, kind } = detail;
  const { form } = lifecycle;
  return (
    <Card title="申请内容">
      <Row label="事由" value={application.reason} />
      <Row label={plannedDayLabels[kind]} value={longDayLabel(application.plannedOn)} />
      <Row
        label="单位集体研究"
        note={application.collectiveDecision.record}
        value={longDayLabel(application.collectiveDecision.on)}
      />
      <Row
        label="主要领导同意"
        note={application.leaderConsent.by}
        value={longDayLabel(application.leaderConsent.on)}
      />
      <Row label="负责人" value={application.responsible} />
      <Row label="联系人" note={application.phone} value={application.contact} />
      {application.alteration && <Altered alteration={application.alteration} />}
      {application.successor && (
        <Row
          label="新账号"
          note={application.successor.link ?? undefined}
          value={application.successor.name}
        />
      )}
      {form.error && <Notice tone="bad" title={form.error.message} />}
      <Action
        text={form.busy ? '正在生成…' : '打印备案登记表'}
        kind="secondary"
        waiting={form.busy}
        onPress={() => void lifecycle.openForm()}
      />
    </Card>
  );
});

function Altered({ alteration }: { alteration: AccountAlteration }) {
  const { name, operator, agency } = alteration;
  return (
    <>
      {name !== undefined && <Row label="账号名称改为" value={name} />}
      {operator !== undefined && <Row label="运营单位改为" value={operator ?? '本单位'} />}
      {agency && (
        <>
          <Row
            label="主办单位改为"
            note={[
              levelLabels[agency.level],
              departmentLabels[agency.department],
              `主管单位${agency.supervisorUnit ?? '未填'}`,
            ].join(' · ')}
            value={agency.name}
          />
          <Row label="行政区划改为" value={<PlaceName code={agency.region} />} />
        </>
      )}
    </>
  );
}

function Rules({ detail }: { detail: ProcedureDetail }) {
  return (
    <Card title="办理依据" note={detail.rules.source}>
      {detail.rules.duties.map((duty) => (
        <Row key={duty} label={duty} />
      ))}
    </Card>
  );
}
