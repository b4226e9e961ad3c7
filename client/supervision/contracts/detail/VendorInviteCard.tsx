import { Text } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ContractDetail } from '../../../../typings/contracts';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { copyText } from '../../../device/copy';
import { stores } from '../../../stores';

const { members, session } = stores;
const validDays = 7;

/** 邀请受托方: opens the vendor's own contracts, and nothing else, to whoever takes the code up. */
export const VendorInviteCard = observer(function VendorInviteCard({
  detail: { contract, listing },
}: {
  detail: ContractDetail;
}) {
  if (!session.hasRole('supervisor') || listing.stage !== 'running') return null;
  const { value, error, loading } = members.invitation;
  const { vendorId } = contract;
  const isOwn = value?.invitation.scope.kind === 'vendor';
  return (
    <Card
      title="邀请受托方"
      note="对方只能看自己的合同和合同里的账号；邀请码七天内有效，只能用一次"
    >
      {error && <Notice tone="bad" title={error.message} />}
      {value && isOwn && (
        <>
          <Text userSelect>{value.code}</Text>
          <Action
            text="复制邀请码"
            kind="secondary"
            onPress={() => void copyText(value.code, '邀请码已复制')}
          />
        </>
      )}
      <Action
        text={loading ? '正在生成…' : '生成邀请码'}
        kind="secondary"
        waiting={loading}
        onPress={() => void members.invite('vendor', { kind: 'vendor', vendorId }, validDays)}
      />
    </Card>
  );
});
