import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { DayRow } from '../../components/DayRow';
import { FieldRow } from '../../components/FieldRow';
import { Footer } from '../../components/Footer';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import {
  departmentLabels,
  filingLabels,
  kindLabels,
  levelLabels,
  modeLabels,
} from '../../labels.data';
import { stores } from '../../stores';
import { AccountEditor } from '../../stores/account-editor';
import { PlaceRow } from '../PlaceRow';
import { agencyFields, filingFields, identityFields, operationFields } from './fields.data';

const { registry, session, display } = stores;

/** 修改账号: what staff or a supervisor may write about it. */
export default observer(function EditPage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  const [editor] = useState(() => new AccountEditor());
  const load = async () => {
    await registry.open(id);
    if (registry.account.value) editor.open(registry.account.value);
  };
  useLoad(() => void load());
  const { saved } = registry;

  return (
    <Screen scale={display.scale} footed>
      <Loaded
        value={registry.account.value}
        error={registry.account.error}
        onRetry={() => void load()}
      >
        {() => (
          <>
            {saved.error && <Notice tone="bad" title={saved.error.message} />}
            <AccountForm editor={editor} />
            <Footer>
              <Action text="取消" kind="secondary" onPress={() => void Taro.navigateBack()} />
              <Action
                text={saved.loading ? '正在保存…' : '保存'}
                waiting={saved.loading}
                onPress={() => void save(editor, id)}
              />
            </Footer>
          </>
        )}
      </Loaded>
    </Screen>
  );
});

const AccountForm = observer(function AccountForm({ editor }: { editor: AccountEditor }) {
  const { kind, level, department, mode, filingStatus } = editor.choices;
  const fields = (list: typeof identityFields) =>
    list.map(({ field, label, hint, numeric, isDay }) =>
      isDay ? (
        <DayRow
          key={field}
          label={label}
          note={editor.errors[field]}
          value={editor.text[field] || null}
          onChoose={(day) => editor.type(field, day)}
        />
      ) : (
        <FieldRow
          key={field}
          id={field.replace('.', '-')}
          label={label}
          hint={hint}
          numeric={numeric}
          value={editor.text[field] ?? ''}
          error={editor.errors[field]}
          onInput={(text) => editor.type(field, text)}
        />
      ),
    );
  return (
    <>
      <Card title="账号">
        {fields(identityFields)}
        <ChoiceRow
          label="类型"
          labels={kindLabels}
          chosen={kind}
          onChoose={(chosen) => editor.choose({ kind: chosen })}
        />
      </Card>
      <Card title="主办单位">
        {fields(agencyFields)}
        <PlaceRow
          code={editor.text['agency.region'] ?? ''}
          error={editor.errors['agency.region']}
          onChoose={(code) => editor.type('agency.region', code)}
        />
        <ChoiceRow
          label="级别"
          labels={levelLabels}
          chosen={level}
          onChoose={(chosen) => editor.choose({ level: chosen })}
        />
        <ChoiceRow
          label="系统"
          labels={departmentLabels}
          chosen={department}
          onChoose={(chosen) => editor.choose({ department: chosen })}
        />
      </Card>
      <Card title="运营情况" note="不知道的留空">
        {fields(operationFields)}
        <ChoiceRow
          label="运作模式"
          labels={modeLabels}
          chosen={mode}
          none="未登记"
          onChoose={(chosen) => editor.choose({ mode: chosen })}
        />
      </Card>
      <Card title="备案">
        {fields(filingFields)}
        <ChoiceRow
          label="备案状态"
          labels={filingLabels}
          chosen={filingStatus}
          onChoose={(chosen) => editor.choose({ filingStatus: chosen })}
        />
      </Card>
    </>
  );
});

async function save(editor: AccountEditor, id: string): Promise<void> {
  const account = editor.read();
  if (!account) {
    void Taro.showToast({ title: '有一项需要改正', icon: 'none' });
    return;
  }
  if (await registry.save(account, id, editor.requestKey)) {
    void session.open(true);
    await Taro.navigateBack();
    return;
  }
  editor.markErrors(registry.saved.error?.fields ?? {});
  void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
}
