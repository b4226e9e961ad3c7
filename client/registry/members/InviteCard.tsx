import { Text, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Scope } from '../../../typings/membership';
import type { Account } from '../../../typings/registry';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { Notice } from '../../components/Notice';
import { copyText } from '../../device/copy';
import { instantLabel } from '../../periods';
import { stores } from '../../stores';
import './InviteCard.scss';

const { members, session, registry } = stores;

const validities = { '3': '3 天', '7': '7 天', '30': '30 天' };

/** 邀请运营人员: a code for one agency, used once, gone after some days. */
export const InviteCard = observer(function InviteCard() {
  const agencies = agenciesOf([...session.accounts, ...registry.found]);
  const [agencyId, setAgency] = useState<string | null>(null);
  const [validity, setValidity] = useState<keyof typeof validities>('7');
  const { value, error, loading } = members.invitation;

  return (
    <Card title="邀请运营人员" note="邀请码只能用一次，过期作废">
      <ChoiceRow label="单位" labels={agencies} chosen={agencyId} onChoose={setAgency} />
      <ChoiceRow label="有效期" labels={validities} chosen={validity} onChoose={setValidity} />
      {error && <Notice tone="bad" title={error.message} />}
      {value && (
        <View className="invitation">
          <Text className="invitation__code" userSelect>
            {value.code}
          </Text>
          <View className="invitation__note">
            {value.invitation.label}，{instantLabel(value.invitation.expiresAt)}{' '}
            前有效。只显示这一次。
          </View>
          <Action
            text="复制邀请码"
            kind="secondary"
            onPress={() => void copyText(value.code, '邀请码已复制')}
          />
        </View>
      )}
      <Action
        text={loading ? '正在生成…' : '生成邀请码'}
        waiting={loading || agencyId === null}
        onPress={() => {
          if (agencyId) void members.invite('staff', scopeOf(agencyId), Number(validity));
        }}
      />
    </Card>
  );
});

function scopeOf(agencyId: string): Scope {
  return { kind: 'agency', agencyId };
}

function agenciesOf(accounts: Account[]): Record<string, string> {
  return Object.fromEntries(accounts.map(({ agency }) => [agency.id, agency.name]));
}
