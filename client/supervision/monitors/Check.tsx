import { Textarea } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Tag } from '../../components/Tag';
import { monitors } from '../../stores/made/monitors';
import './Check.scss';
import { kindLabels } from './labels.data';

/** A look at a text before it is published; nothing of it is kept. */
export const Check = observer(function Check() {
  const [text, setText] = useState('');
  const { value, error, loading } = monitors.checked;
  return (
    <>
      <Card title="发布前自查" note="粘贴标题、正文或公示名单；内容不会保存">
        <Textarea
          className="check-text"
          value={text}
          maxlength={20_000}
          placeholder="在这里粘贴"
          onInput={(event) => setText(event.detail.value)}
        />
        <Action
          text={loading ? '正在检查…' : '检查'}
          waiting={loading || text.trim() === ''}
          onPress={() => void monitors.check(text)}
        />
      </Card>
      {error && <Notice tone="bad" title={error.message} />}
      {value?.hits.length === 0 && (
        <Notice tone="good" title="没有发现问题；仍请按三审三校把关。" />
      )}
      {value && value.hits.length > 0 && (
        <Card title={`提示 ${value.hits.length} 处`}>
          {value.hits.map(({ kind, found, instead, excerpt }) => (
            <Row
              key={`${kind} ${found} ${excerpt}`}
              label={`${found}${instead ? ` → ${instead}` : ''}`}
              note={excerpt}
              value={<Tag text={kindLabels[kind]} tone="warn" />}
            />
          ))}
        </Card>
      )}
    </>
  );
});
