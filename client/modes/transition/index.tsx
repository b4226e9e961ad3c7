import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { DatedStep } from '../../../typings/transition';
import type { Day, OperatingMode } from '../../../typings/vocabulary';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { DayRow } from '../../components/DayRow';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Segments } from '../../components/Segments';
import { modeLabels } from '../../labels.data';
import { dayAt, dayLabel } from '../../periods';
import { stores } from '../../stores';
import { ModeScreen } from '../ModeScreen';

const { modes } = stores;
const everyMode = Object.keys(modeLabels) as OperatingMode[];

function others(): OperatingMode[] {
  const now = modes.profile.value?.classification.mode;
  return everyMode.filter((mode) => mode !== now);
}

function firstChoice(): OperatingMode {
  const recommended = modes.recommendation.value?.recommended;
  const [first = 'independent'] = others();
  return recommended && others().includes(recommended) ? recommended : first;
}

/** 怎样过渡: the checklist from today's mode to another, with dates and owners. */
export default observer(function TransitionPage() {
  const [to, setTo] = useState(firstChoice);
  const [startsOn, setStart] = useState(() => dayAt(Date.now()));
  const plan = (mode: OperatingMode, start: Day) => {
    setTo(mode);
    setStart(start);
    void modes.planTransition(mode, start);
  };
  useLoad(() => plan(to, startsOn));
  const { value, error } = modes.transition;

  return (
    <ModeScreen>
      <Segments
        options={others().map((mode) => ({ id: mode, label: modeLabels[mode] }))}
        chosen={to}
        onChoose={(id) => {
          const mode = everyMode.find((one) => one === id);
          if (mode) plan(mode, startsOn);
        }}
      />
      <Card>
        <DayRow
          label="开始日期"
          value={startsOn}
          from={dayAt(Date.now())}
          onChoose={(day) => plan(to, day)}
        />
      </Card>
      <Loaded value={value} error={error} onRetry={() => plan(to, startsOn)}>
        {({ title, sections }) => (
          <>
            <Notice title={title} />
            {sections.map(({ section, title: heading, steps }) => (
              <Card title={heading} key={section}>
                {steps.map((step) => (
                  <Row key={step.id} label={step.text} note={noteOf(step)} />
                ))}
              </Card>
            ))}
            {modes.sheet.error && <Notice tone="bad" title={modes.sheet.error.message} />}
            <Card>
              <Action
                text={modes.sheet.busy ? '正在生成…' : '打印清单（Word 文档）'}
                kind="secondary"
                waiting={modes.sheet.busy}
                onPress={() => void modes.printTransition(to, startsOn)}
              />
            </Card>
          </>
        )}
      </Loaded>
    </ModeScreen>
  );
});

function noteOf({ ownerLabel, startsOn, dueOn }: DatedStep): string {
  if (!startsOn || !dueOn) return ownerLabel;
  return `${ownerLabel} · ${dayLabel(startsOn)}至${dayLabel(dueOn)}`;
}
