import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { MenuEntry } from '../../../../typings/matrix';
import { Action } from '../../../components/Action';
import { ChoiceRow } from '../../../components/ChoiceRow';
import { FieldRow } from '../../../components/FieldRow';
import type { Place, StatementForm } from '../../../stores/statement-form';
import './EntryFields.scss';

interface Props {
  form: StatementForm;
  place: Place;
  /** a column with items leads nowhere itself */
  hasItems?: boolean;
  /** what is wrong, by the name that the answer gives each field */
  errors: Record<string, string>;
}

const kinds: Record<MenuEntry['kind'], string> = {
  account: '另一个公众号',
  page: '网页',
  other: '其他（回复、图片、小程序）',
};

/** One entry of a menu: its name, and where it leads. */
export const EntryFields = observer(function EntryFields({ form, place, hasItems, errors }: Props) {
  const { column, item } = place;
  const entry = item === undefined ? form.menu[column] : form.menu[column]?.items[item];
  if (!entry) return null;
  const at = `statement.menu.${column}${item === undefined ? '' : `.items.${item}`}`;
  const id = `${column}-${item ?? 'own'}`;
  return (
    <View className={item === undefined ? 'entry' : 'entry entry--item'}>
      <FieldRow
        id={`name-${id}`}
        label={item === undefined ? '菜单名称' : `子菜单 ${item + 1}`}
        value={entry.name}
        maxLength={60}
        error={errors[`${at}.name`]}
        onInput={(name) => form.edit(place, { name })}
      />
      {!hasItems && (
        <ChoiceRow
          label="点开后"
          labels={kinds}
          chosen={entry.kind}
          onChoose={(kind) => form.edit(place, { kind })}
        />
      )}
      {!hasItems && entry.kind === 'account' && (
        <>
          <FieldRow
            id={`account-${id}`}
            label="公众号名称"
            value={entry.target?.name ?? ''}
            maxLength={60}
            error={errors[`${at}.target`]}
            onInput={(name) => form.aim(place, { name })}
          />
          <FieldRow
            id={`wechat-${id}`}
            label="微信号"
            value={entry.target?.wechatId ?? ''}
            placeholder="名称有重复时填写"
            maxLength={40}
            onInput={(wechatId) => form.aim(place, { wechatId })}
          />
        </>
      )}
      {!hasItems && entry.kind === 'page' && (
        <FieldRow
          id={`url-${id}`}
          label="网址"
          value={entry.url ?? ''}
          placeholder="https://"
          maxLength={500}
          onInput={(url) => form.edit(place, { url })}
        />
      )}
      <Action
        text={item === undefined ? '删除这一列' : '删除这一项'}
        kind="plain"
        onPress={() => form.remove(place)}
      />
    </View>
  );
});
