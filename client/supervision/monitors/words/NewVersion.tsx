import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { WordListPreview } from '../../../../typings/monitors';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { ChoiceRow } from '../../../components/ChoiceRow';
import { DayRow } from '../../../components/DayRow';
import { FieldRow } from '../../../components/FieldRow';
import { Row } from '../../../components/Row';
import { formatNumber } from '../../../figures';
import { dayAt } from '../../../periods';
import { stores } from '../../../stores';
import { wordLists } from '../../../stores/made/monitors';
import { kindLabels } from '../labels.data';

const { session } = stores;
const shownIssues = 10;

/** What a sheet holds, and under which name, keeper and day it becomes a list. */
export const NewVersion = observer(function NewVersion({ preview }: { preview: WordListPreview }) {
  const { forms, duplicates, issues, first } = preview;
  return (
    <>
      <Card title={`${formatNumber(forms)} 条词形`}>
        {duplicates > 0 && <Row label="重复的行" note="只留一条" value={`${duplicates} 行`} />}
        {issues.slice(0, shownIssues).map(({ row, message }) => (
          <Row key={`${row} ${message}`} label={`第 ${row} 行`} note={message} />
        ))}
        {issues.length > shownIssues && (
          <View className="list-end">另有 {issues.length - shownIssues} 处不入词表</View>
        )}
        {first.map(({ form, instead, category }) => (
          <Row
            key={form}
            label={`${form}${instead ? ` → ${instead}` : ''}`}
            value={kindLabels[category]}
          />
        ))}
        {forms > first.length && <View className="list-end">只列前 {first.length} 条</View>}
      </Card>
      {forms > 0 && <About />}
    </>
  );
});

const About = observer(function About() {
  const held = (session.memberships.value?.memberships ?? []).flatMap(({ role, scope, label }) =>
    role === 'supervisor' && scope.kind === 'region' && !scope.levels && !scope.department
      ? [{ prefix: scope.regionPrefix, label }]
      : [],
  );
  const [regionPrefix, setRegion] = useState<string | null>(held[0]?.prefix ?? null);
  const [title, setTitle] = useState('');
  const [source, setSource] = useState('');
  const [effectiveFrom, setDay] = useState(() => dayAt(Date.now()));
  if (regionPrefix === null) {
    return (
      <Card title="不能保存" note="词表对一地全部账号有效，须由管辖该地全部账号的主管部门维护" />
    );
  }
  const waiting = wordLists.saved.loading || title.trim() === '' || source.trim() === '';
  return (
    <Card title="保存为">
      <ChoiceRow
        label="适用范围"
        labels={Object.fromEntries(held.map(({ prefix, label }) => [prefix, label]))}
        chosen={regionPrefix}
        onChoose={setRegion}
      />
      <FieldRow id="title" label="词表名称" value={title} maxLength={40} onInput={setTitle} />
      <FieldRow
        id="source"
        label="依据"
        value={source}
        placeholder="文件、词典或来函"
        maxLength={200}
        long
        onInput={setSource}
      />
      <DayRow label="起用日期" value={effectiveFrom} onChoose={setDay} />
      <Action
        text={wordLists.saved.loading ? '正在保存…' : '保存这一版'}
        waiting={waiting}
        onPress={() =>
          void wordLists.save({
            regionPrefix,
            title: title.trim(),
            source: source.trim(),
            effectiveFrom,
          })
        }
      />
    </Card>
  );
});
