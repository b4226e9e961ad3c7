import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { InspectorLoad } from '../../../../typings/inspections';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Sheet } from '../../../components/Sheet';
import { inspections } from '../../../stores/made/inspections';
import { Candidates } from './Candidates';

/** 检查员: who has how much left, and another in the place of one who cannot go on. */
export const Inspectors = observer(function Inspectors() {
  const [leaving, choose] = useState<InspectorLoad | null>(null);
  const list = inspections.inspectors.value?.inspectors ?? [];
  if (list.length === 0) return null;
  return (
    <>
      <Card title="检查员" note="只知道各人还剩几个，不知道是哪些账号；有人不能继续时，点开换人">
        {list.map((one) => (
          <Row
            key={one.id}
            label={one.alias}
            value={one.left === 0 ? '✓ 已判完' : `还剩 ${one.left} 个`}
            onOpen={one.left === 0 ? undefined : () => choose(one)}
          />
        ))}
      </Card>
      {leaving && <Replace leaving={leaving} onDone={() => choose(null)} />}
    </>
  );
});

const Replace = observer(function Replace({
  leaving,
  onDone,
}: {
  leaving: InspectorLoad;
  onDone: () => void;
}) {
  const [chosen, choose] = useState<string | null>(null);
  const { error, loading } = inspections.stepped;
  const replace = async () => {
    if (chosen && (await inspections.reassign(leaving.id, chosen))) onDone();
  };
  return (
    <Sheet title={`换下${leaving.alias}`} open onClose={onDone}>
      <Notice title={`没有判定的 ${leaving.left} 个账号交给新的检查员`}>
        已经判定的保留。是新检查员本单位的、或新检查员已在看的，由其他检查员接手。
      </Notice>
      <Candidates except={leaving.alias} chosen={chosen ? [chosen] : []} onTap={choose} />
      {error && <Notice tone="bad" title={error.message} />}
      <Action
        text={loading ? '正在交接…' : '换检查员'}
        waiting={loading || chosen === null}
        onPress={() => void replace()}
      />
    </Sheet>
  );
});
