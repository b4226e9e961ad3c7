import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../../components/Action';
import { Footer } from '../../../components/Footer';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { stores } from '../../../stores';
import { ContractEditor } from '../../../stores/contract-editor';
import { contracts } from '../../../stores/made/contracts';
import { DutiesFields } from './DutiesFields';
import { KpiFields } from './KpiFields';
import { TermsFields } from './TermsFields';

const { display } = stores;

/** 登记合同: terms, KPIs, and what stays with the agency. */
export default observer(function ContractEditPage() {
  const { params } = useRouter();
  const [editor, setEditor] = useState<ContractEditor | null>(null);
  const load = async () => {
    const accountId = params.accountId ?? '';
    await Promise.all([
      contracts.openForm(accountId),
      params.id ? contracts.open(params.id) : undefined,
    ]);
    const form = contracts.form.value;
    const standing = params.id ? (contracts.detail.value?.contract ?? null) : null;
    if (form && (standing || !params.id)) setEditor(new ContractEditor(form, standing, accountId));
  };
  useLoad(() => void load());
  const { saved, form, detail } = contracts;
  const error = form.error ?? (params.id ? detail.error : null);

  return (
    <Screen scale={display.scale} footed>
      <Loaded value={editor} error={error} onRetry={() => void load()}>
        {(open) => (
          <>
            {saved.error && (
              <Notice tone="bad" title={saved.error.message}>
                {Object.values(open.errors).slice(0, 3).join('；')}
              </Notice>
            )}
            <TermsFields editor={open} />
            <KpiFields editor={open} />
            <DutiesFields editor={open} />
            <Footer>
              <Action
                text={saved.loading ? '正在保存…' : '保存'}
                waiting={saved.loading}
                onPress={() => void save(open, params.id)}
              />
            </Footer>
          </>
        )}
      </Loaded>
    </Screen>
  );
});

async function save(editor: ContractEditor, contractId: string | undefined): Promise<void> {
  const contract = editor.read();
  if (!contract) {
    void Taro.showToast({ title: '有一项需要改正', icon: 'none' });
    return;
  }
  const reason = editor.text.reason?.trim();
  const id = await contracts.save(contract, {
    requestKey: editor.keyOf(contract),
    ...(contractId ? { contractId, reason } : {}),
  });
  if (id) {
    await (contractId
      ? Taro.navigateBack()
      : Taro.redirectTo({ url: `/supervision/contracts/detail/index?id=${id}` }));
    return;
  }
  editor.markErrors(contracts.saved.error?.fields ?? {});
  void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
}
