import Taro, { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { copyText } from '../../device/copy';
import { formatNumber } from '../../figures';
import { stores } from '../../stores';
import { privacy } from '../../stores/made/privacy';
import { DetailScreen } from '../DetailScreen';

const onErase = { remove: '注销时删除', anonymise: '注销时隐去本人', keep: '注销后保留' };

/** 我的数据: what is kept of oneself and why, a copy of it, and the way out. */
export default observer(function MyDataPage() {
  const load = () => void privacy.load();
  useLoad(load);
  const { inventory } = privacy;
  return (
    <DetailScreen>
      <CopyCard />
      <EraseCard />
      <Loaded value={inventory.value} error={inventory.error} onRetry={load}>
        {({ fields }) => (
          <Card title="系统可能保存的个人信息" note="不保存微信标识本身，只保存它的加密摘要">
            {fields.map(({ collection, field, what, purpose, retention, onErase: then }) => (
              <Row
                key={`${collection} ${field}`}
                label={what}
                note={`${purpose}。保存期限：${retention}。${onErase[then]}`}
              />
            ))}
          </Card>
        )}
      </Loaded>
    </DetailScreen>
  );
});

const CopyCard = observer(function CopyCard() {
  const { value, error, loading } = privacy.exported;
  return (
    <Card title="导出我的数据" note="与您有关的全部记录，连同保存的目的、依据与期限">
      {error && <Notice tone="bad" title={error.message} />}
      {value && (
        <Notice
          tone="good"
          title={`已导出 ${formatNumber(value.records)} 条记录，链接五分钟内有效`}
          action="复制链接"
          onAction={() => void copyText(value.url, '链接已复制，请在浏览器中打开')}
        />
      )}
      <Action
        text={loading ? '正在导出…' : '导出'}
        kind="secondary"
        waiting={loading}
        onPress={() => void privacy.takeAlong()}
      />
    </Card>
  );
});

const EraseCard = observer(function EraseCard() {
  const [typed, type] = useState('');
  const { value, error, loading } = privacy.erasure;
  const erase = async () => {
    if (!(await privacy.erase())) return;
    type('');
    stores.changePerson();
    await Taro.switchTab({ url: '/pages/me/index' });
  };
  return (
    <Card title="注销" note="立即失去全部身份，不能恢复；单位已填报的数据保留，但不再记录由您填报">
      {error && <Notice tone="bad" title={error.message} />}
      {value && <Notice tone="good" title="已注销" />}
      <FieldRow
        id="confirm"
        label="确认"
        value={typed}
        placeholder="输入“注销”两个字"
        maxLength={4}
        onInput={type}
      />
      <Action
        text={loading ? '正在注销…' : '注销'}
        kind="secondary"
        waiting={loading || typed.trim() !== '注销'}
        onPress={() => void erase()}
      />
    </Card>
  );
});
