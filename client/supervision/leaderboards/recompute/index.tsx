import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { SchemeRecomputation } from '../../../../typings/recomputation';
import { Columns } from '../../../components/Columns';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { stores } from '../../../stores';
import { recomputations } from '../../../stores/made/leaderboards';
import { OrderSheet } from './OrderSheet';
import { SchemeCard } from './SchemeCard';
import { StopSheet } from './StopSheet';

/** 换版重算: each scheme whose scores are kept, how far its version has come, and the way to order it. */
export default observer(function RecomputePage() {
  const [chosen, choose] = useState<SchemeRecomputation | null>(null);
  const [stopping, chooseToStop] = useState<SchemeRecomputation | null>(null);
  const load = () => void recomputations.open();
  useDidShow(load);
  useDidHide(() => recomputations.close());
  useUnload(() => recomputations.close());
  const { page, work } = recomputations;
  const ask = (scheme: SchemeRecomputation) => {
    recomputations.ordered.clear();
    choose(scheme);
  };
  const askToStop = (scheme: SchemeRecomputation) => {
    recomputations.stopped.clear();
    chooseToStop(scheme);
  };

  return (
    <Screen scale={stores.display.scale}>
      <Loaded value={page.value} error={page.error} onRetry={load}>
        {({ schemes }) => (
          <Columns
            aside={
              <Notice title="旧分数不会消失">
                新填报的数据总按现行版本计分。重算把现行版本用到以往各期：每个分数添一条修订记录，写明原因，以前的分数仍可查看；已发布的榜单不变。
              </Notice>
            }
          >
            {work.error && (
              <Notice tone="bad" title={work.error.message} action="继续" onAction={load} />
            )}
            {schemes.map((scheme) => (
              <SchemeCard
                key={scheme.scheme}
                scheme={scheme}
                onOrder={() => ask(scheme)}
                onStop={() => askToStop(scheme)}
              />
            ))}
          </Columns>
        )}
      </Loaded>
      {chosen && <OrderSheet scheme={chosen} onClose={() => choose(null)} />}
      {stopping && <StopSheet scheme={stopping} onClose={() => chooseToStop(null)} />}
    </Screen>
  );
});
