import { View } from '@tarojs/components';
import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { FieldRow } from '../../../components/FieldRow';
import { Footer } from '../../../components/Footer';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { stores } from '../../../stores';
import { matrix } from '../../../stores/made/matrix';
import { StatementForm } from '../../../stores/statement-form';
import { EntryFields } from './EntryFields';

const { display } = stores;

/** 菜单与链接, written by hand: what the menu has, and links that stand elsewhere. */
export default observer(function StatementPage() {
  const accountId = useRouter().params.accountId ?? '';
  const [form] = useState(() => new StatementForm());
  const load = async () => {
    const standing = await matrix.openStatement(accountId);
    if (standing) form.open(standing);
  };
  useLoad(() => void load());
  const { statement, saved } = matrix;
  const errors = saved.error?.fields ?? {};
  const save = async () => {
    if (await matrix.saveStatement(accountId, form.read())) await Taro.navigateBack();
    else void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
  };
  return (
    <Screen scale={display.scale} footed>
      {saved.error && (
        <Notice tone="bad" title={saved.error.message}>
          {errors['statement.menu'] ?? errors['statement.links']}
        </Notice>
      )}
      <Loaded value={statement.value} error={statement.error} onRetry={() => void load()}>
        {() => (
          <>
            <Menu form={form} errors={errors} />
            <Links form={form} errors={errors} />
            <Footer>
              <Action text="取消" kind="secondary" onPress={() => void Taro.navigateBack()} />
              <Action
                text={saved.loading ? '正在保存…' : '保存'}
                waiting={saved.loading}
                onPress={() => void save()}
              />
            </Footer>
          </>
        )}
      </Loaded>
    </Screen>
  );
});

interface Parts {
  form: StatementForm;
  errors: Record<string, string>;
}

const Menu = observer(function Menu({ form, errors }: Parts) {
  return (
    <>
      {form.menu.map(({ name, items }, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id, and are edited in place
        <Card key={column} title={`菜单第 ${column + 1} 列${name ? `：${name}` : ''}`}>
          <EntryFields form={form} place={{ column }} hasItems={items.length > 0} errors={errors} />
          {items.map((_, item) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <EntryFields form={form} place={{ column, item }} errors={errors} key={item} />
          ))}
          {form.canAddItem(column) && (
            <Action text="加子菜单" kind="plain" onPress={() => form.addItem(column)} />
          )}
        </Card>
      ))}
      {form.canAddColumn && (
        <Card note={form.menu.length === 0 ? '公众号底部的菜单，最多三列，每列五项' : undefined}>
          <Action text="加一列菜单" kind="secondary" onPress={() => form.addColumn()} />
        </Card>
      )}
    </>
  );
});

const Links = observer(function Links({ form, errors }: Parts) {
  return (
    <Card title="其他链接" note="微信大厅、自动回复、文末等处指向别的公众号的链接">
      {form.links.map(({ target, place }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: links have no id, and are edited in place
        <View className="entry" key={at}>
          <FieldRow
            id={`link-name-${at}`}
            label="公众号名称"
            value={target.name ?? ''}
            maxLength={60}
            error={errors[`statement.links.${at}.target`]}
            onInput={(name) => form.editLink(at, { name })}
          />
          <FieldRow
            id={`link-wechat-${at}`}
            label="微信号"
            value={target.wechatId ?? ''}
            placeholder="名称有重复时填写"
            maxLength={40}
            onInput={(wechatId) => form.editLink(at, { wechatId })}
          />
          <FieldRow
            id={`link-place-${at}`}
            label="在哪里"
            value={place}
            maxLength={40}
            error={errors[`statement.links.${at}.place`]}
            onInput={(text) => form.editLink(at, { place: text })}
          />
          <Action text="删除这条" kind="plain" onPress={() => form.removeLink(at)} />
        </View>
      ))}
      <Action text="加一条链接" kind="secondary" onPress={() => form.addLink()} />
    </Card>
  );
});
