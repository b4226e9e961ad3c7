import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Footer } from '../../components/Footer';
import { Notice } from '../../components/Notice';
import { stores } from '../../stores';
import { ModeScreen } from '../ModeScreen';
import { FactQuestion } from './FactQuestion';
import { factSections } from './questions.data';

const { modes } = stores;

/** 填写事实: what the agency says of its account; each may be left unknown. */
export default observer(function FactsPage() {
  useState(() => modes.startFacts());
  const { saved } = modes;
  const fields = Object.entries(saved.error?.fields ?? {});

  return (
    <ModeScreen footed>
      {saved.error && (
        <Notice tone="bad" title={saved.error.message}>
          {fields.map(([, message]) => message).join('；')}
        </Notice>
      )}
      {factSections.map(({ title, questions }) => (
        <Card title={title} key={title}>
          {questions.map((question) => (
            <FactQuestion question={question} key={question.path} />
          ))}
        </Card>
      ))}
      <Footer>
        <Action
          text={saved.loading ? '正在保存…' : '保存并看建议'}
          waiting={saved.loading}
          onPress={() => void save()}
        />
      </Footer>
    </ModeScreen>
  );
});

async function save(): Promise<void> {
  if (await modes.saveFacts()) await Taro.navigateBack();
  else void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
}
