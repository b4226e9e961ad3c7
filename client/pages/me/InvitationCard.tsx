import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Notice } from '../../components/Notice';
import { stores } from '../../stores';

const { members, session } = stores;

/** 接受邀请: a code from a supervisor, used once. */
export const InvitationCard = observer(function InvitationCard() {
  const [code, setCode] = useState('');
  const { value, error, loading } = members.acceptance;
  const newcomer = session.memberships.value?.memberships.length === 0;
  const accept = async () => {
    if (await members.accept(code)) setCode('');
  };
  return (
    <Card
      title="接受邀请"
      note={newcomer ? '运营人员、主管部门、受托方和研究机构凭邀请码使用' : undefined}
    >
      <FieldRow
        id="code"
        label="邀请码"
        value={code}
        placeholder="请输入邀请码"
        hint="由本单位的管理员或主管部门发给您，只能用一次"
        maxLength={40}
        error={error ? (error.fields?.code ?? error.message) : undefined}
        onInput={setCode}
      />
      <Action
        text={loading ? '正在核对…' : '接受邀请'}
        kind={newcomer ? 'primary' : 'secondary'}
        waiting={loading || code.trim() === ''}
        onPress={() => void accept()}
      />
      {value && (
        <View className="me__done">
          <Notice tone="good" title={`已加入：${value.label}`} />
        </View>
      )}
    </Card>
  );
});
