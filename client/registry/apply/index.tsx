import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { Empty } from '../../components/Empty';
import { Footer } from '../../components/Footer';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { stores } from '../../stores';
import { ApplicationForm } from '../../stores/application-form';
import { lifecycle } from '../../stores/made/lifecycle';
import { kindLabels } from '../procedures/labels.data';
import { Alteration } from './Alteration';
import { Questions } from './Questions';
import {
  contactQuestions,
  decisionQuestions,
  subjectQuestions,
  successorQuestions,
} from './questions.data';

const { session, display } = stores;

/** 提出申请, and 修改申请 of one that came back: what the unit asks for and what it decided. */
export default observer(function ApplyPage() {
  const { procedureId } = useRouter().params;
  const [form] = useState(() => new ApplicationForm());
  const load = async () => {
    await session.open();
    if (!procedureId) return lifecycle.acted.clear();
    await lifecycle.open(procedureId);
    if (lifecycle.detail.value) form.open(lifecycle.detail.value.application);
  };
  useLoad(() => void load());
  const { acted, detail } = lifecycle;
  const returned = detail.value?.events.filter(({ act }) => act === 'return').at(-1);
  const accountId = procedureId ? detail.value?.accountId : session.account?.id;
  const account = session.accounts.find(({ id }) => id === accountId) ?? null;
  if (session.ready && !account && !detail.loading) {
    return (
      <Screen scale={display.scale}>
        <Empty title="没有可办的账号" text="只有主办单位的人员可以为自己的账号提出申请。" />
      </Screen>
    );
  }

  return (
    <Screen scale={display.scale} footed>
      {procedureId && returned && (
        <Notice tone="warn" title="主管部门退回修改">
          {returned.note}
        </Notice>
      )}
      {acted.error && <Notice tone="bad" title={acted.error.message} />}
      <Card title={account?.name ?? '提出申请'}>
        {procedureId ? (
          <Row label="事项" note="不能改成别的事项" value={kindLabels[form.kind]} />
        ) : (
          <ChoiceRow
            label="事项"
            labels={kindLabels}
            chosen={form.kind}
            onChoose={(kind) => form.chooseKind(kind)}
          />
        )}
        <Questions form={form} questions={subjectQuestions(form.kind)} />
      </Card>
      {form.kind === 'change' && account && <Alteration form={form} account={account} />}
      {(form.kind === 'merger' || form.kind === 'closing') && (
        <Card title="读者去哪里" note="写进公告，让关注的人找得到新的账号">
          <Questions form={form} questions={successorQuestions} />
        </Card>
      )}
      <Card title="单位决定">
        <Questions form={form} questions={decisionQuestions} />
      </Card>
      <Card title="联系人">
        <Questions form={form} questions={contactQuestions} />
      </Card>
      <Footer>
        <Action
          text={acted.loading ? '正在提交…' : procedureId ? '修改后再报' : '提交申请'}
          waiting={acted.loading || !account}
          onPress={() => void submit(form, account?.id ?? '', procedureId)}
        />
      </Footer>
    </Screen>
  );
});

async function submit(
  form: ApplicationForm,
  accountId: string,
  procedureId: string | undefined,
): Promise<void> {
  const application = form.read();
  if (procedureId) {
    await lifecycle.report({ act: 'revise', application });
    if (!lifecycle.acted.error) return void (await Taro.navigateBack());
  } else {
    const id = await lifecycle.apply(accountId, application);
    if (id) return void (await Taro.redirectTo({ url: `/registry/procedure/index?id=${id}` }));
  }
  void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
}
