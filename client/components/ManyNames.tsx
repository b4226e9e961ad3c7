import { Notice } from './Notice';

/** Said below what was found by name while there may be more of it. */
export function ManyNames({ onMore }: { onMore: () => void }) {
  return (
    <Notice title="结果较多，请写得更具体" action="继续找" onAction={onMore}>
      名称相近的账号还没有看完。
    </Notice>
  );
}
