import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { HitDecision, TitleHit } from '../../../typings/monitors';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { PagedList } from '../../components/PagedList';
import { Row } from '../../components/Row';
import { Tag } from '../../components/Tag';
import { dayLabel } from '../../periods';
import { monitors } from '../../stores/made/monitors';
import { decisionLabels, kindLabels } from './labels.data';

/** What in published titles a person should look at, and the lists that it was held against. */
export const Hits = observer(function Hits() {
  const { decided, sheet } = monitors;
  return (
    <>
      <Card>
        <Row
          label="词表"
          note="各级维护的错敏词形、版本与更新"
          onOpen={() => void Taro.navigateTo({ url: '/supervision/monitors/words/index' })}
        />
      </Card>
      {decided.error && <Notice tone="bad" title={decided.error.message} />}
      <PagedList
        list={monitors.hits}
        title="待核对"
        note="命中只是提示，由人核对后再处理"
        none="没有待核对的词条。"
        row={(hit) => <HitRow key={hit.id} hit={hit} />}
        onRetry={() => void monitors.showHits()}
        sheet={sheet}
        onExport={() => void monitors.exportHits()}
      />
    </>
  );
});

function HitRow({ hit }: { hit: TitleHit }) {
  return (
    <Row
      label={hit.excerpt}
      note={[
        hit.accountName,
        hit.publishedAt ? dayLabel(hit.publishedAt) : '',
        `${hit.found}${hit.instead ? ` → ${hit.instead}` : ''}`,
        hit.list ?? '',
        hit.sample ? '示例数据' : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      value={<Tag text={kindLabels[hit.kind]} tone="warn" />}
      onOpen={() => void decide(hit)}
    />
  );
}

async function decide({ id }: TitleHit): Promise<void> {
  const choices = Object.entries(decisionLabels) as [HitDecision, string][];
  const itemList = choices.map(([, label]) => label);
  // Closing the sheet without a choice rejects.
  const chosen = await Taro.showActionSheet({ itemList }).catch(() => null);
  const decision = chosen && choices[chosen.tapIndex]?.[0];
  if (decision) await monitors.decide(id, decision);
}
