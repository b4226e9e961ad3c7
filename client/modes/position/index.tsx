import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Positioning } from '../../../typings/positioning';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Row } from '../../components/Row';
import { kindLabels } from '../../labels.data';
import { stores } from '../../stores';
import { ModeScreen } from '../ModeScreen';

const { modes } = stores;

/** 定位与菜单: which kind of account, which menu, how often, and who answers. */
export default observer(function PositionPage() {
  useLoad(() => void modes.loadPosition());
  const { value, error } = modes.position;
  return (
    <ModeScreen>
      <Loaded value={value} error={error} onRetry={() => void modes.loadPosition()}>
        {(position) => <Position position={position} />}
      </Loaded>
    </ModeScreen>
  );
});

function timeText(hours: number): string {
  const days = hours / 24;
  return days >= 2 && Number.isInteger(days) ? `${days} 天内` : `${hours} 小时内`;
}

function Position({ position }: { position: Positioning }) {
  const { kind, because, consequences, menu, rhythm, interaction, missing, gaps } = position;
  return (
    <>
      <Card title={kind ? `适合${kindLabels[kind]}` : '还不能判断适合哪种账号'}>
        {because.map(({ text }) => (
          <Row label={text} key={text} />
        ))}
        {missing.map(({ fact, question }) => (
          <Row label={question} note="知道这一点会更准" key={fact} />
        ))}
      </Card>
      {consequences.length > 0 && (
        <Card title="选它意味着">
          {consequences.map((text) => (
            <Row label={text} key={text} />
          ))}
        </Card>
      )}
      {menu.map(({ name, items }) => (
        <Card title={`菜单 · ${name}`} key={name}>
          {items.map((item) => (
            <Row label={item.name} note={item.purpose} key={item.name} />
          ))}
        </Card>
      ))}
      {gaps && gaps.length > 0 && (
        <Card title="与现有菜单的差距">
          {gaps.map(({ kind: gap, name, text }) => (
            <Row label={text} key={`${gap}-${name}`} />
          ))}
        </Card>
      )}
      {rhythm && (
        <Card title="发布节奏">
          <Row label={rhythm.text} />
        </Card>
      )}
      {interaction.length > 0 && (
        <Card title="谁来回应">
          {interaction.map(({ channel, owner, withinHours, text }) => (
            <Row
              key={channel}
              label={`${channel}：${timeText(withinHours)}答复`}
              note={`${owner}。${text}。`}
            />
          ))}
        </Card>
      )}
    </>
  );
}
