import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { kindLabels, levelLabels } from '../../labels.data';
import { stores } from '../../stores';

const { session } = stores;

/** 公众号: one's own, and for supervisors the ways to all in scope. */
export const AccountsCard = observer(function AccountsCard() {
  const supervisor = session.hasRole('supervisor');
  const { accounts } = session;
  if (accounts.length === 0 && !supervisor) return null;
  return (
    <Card title="公众号">
      {accounts.map(({ id, name, agency, kind, sample }) => (
        <Row
          key={id}
          label={name}
          note={`${levelLabels[agency.level]} · ${kindLabels[kind]}${sample ? ' · 示例数据' : ''}`}
          onOpen={() => open(`account/index?id=${id}`)}
        />
      ))}
      {supervisor && (
        <>
          <Row
            label="查找账号"
            note="按名称、微信号或主办单位"
            onOpen={() => open('accounts/index')}
          />
          <Row label="批量导入账号" note="先预览，再入库" onOpen={() => open('import/index')} />
          <Row label="成员与邀请" onOpen={() => open('members/index')} />
        </>
      )}
    </Card>
  );
});

function open(page: string): void {
  void Taro.navigateTo({ url: `/registry/${page}` });
}
