import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Notice } from '../../components/Notice';
import { stores } from '../../stores';

const { members } = stores;

/** 接受邀请: a code from a supervisor, used once. */
export const InvitationCard = observer(function InvitationCard() {
  const [code, setCode] = useState('');
  const { value, error, loading } = members.acceptance;
  const accept = async () => {
    if (await members.accept(code)) setCode('');
  };
  return (
    <Card title="接受邀请">
      <FieldRow
        id="code"
        label="邀请码"
        value={code}
        placeholder="由主管部门或单位管理员发给您"
        maxLength={40}
        error={error ? (error.fields?.code ?? error.message) : undefined}
        onInput={setCode}
      />
      <Action
        text={loading ? '正在核对…' : '接受邀请'}
        kind="secondary"
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
