import { View } from '@tarojs/components';
import type { CSSProperties, PropsWithChildren } from 'react';
import './Screen.scss';

interface Props {
  /** the reader's type size; 1 is standard */
  scale: number;
  /** room for a bar of actions at the foot */
  footed?: boolean;
}

/** The ground that every page stands on. */
export function Screen({ scale, footed = false, children }: PropsWithChildren<Props>) {
  const style: CSSProperties & { '--type': string } = { '--type': String(scale) };
  return (
    <View className={footed ? 'screen screen--footed' : 'screen'} style={style}>
      {children}
    </View>
  );
}
