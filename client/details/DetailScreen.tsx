import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { PropsWithChildren } from 'react';
import { Empty } from '../components/Empty';
import { PageHead } from '../components/PageHead';
import { Screen } from '../components/Screen';
import { periodLabel } from '../periods';
import { stores } from '../stores';

const { overview, details, display } = stores;

type Props = PropsWithChildren<{
  /** `account`: the page speaks of another period than the one on the overview */
  about?: 'score' | 'account';
}>;

/** A page about one score: says which one it is, and is empty when none was chosen. */
export const DetailScreen = observer(function DetailScreen({ about = 'score', children }: Props) {
  const { subject } = details;
  const shown = overview.overview;
  if (!subject) {
    return (
      <Screen scale={display.scale}>
        <Empty
          title="请先选择公众号"
          text="这一页说明某个公众号某一期的分数，请从「概览」进入。"
          action="去概览"
          onAction={() => void Taro.switchTab({ url: '/pages/overview/index' })}
        />
      </Screen>
    );
  }
  return (
    <Screen scale={display.scale}>
      <PageHead
        name={shown?.account.name ?? ''}
        isSample={shown?.account.sample ?? false}
        note={[
          ...(about === 'score' ? [periodLabel(subject.period)] : []),
          ...(shown ? [shown.index.schemeName, shown.index.notice ?? '考核口径'] : []),
        ].join(' · ')}
      />
      {children}
    </Screen>
  );
});
