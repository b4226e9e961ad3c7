import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './Screen.scss';

interface Props {
  /** the reader's type size; 1 is standard */
  scale: number;
  /** room for a bar of actions at the foot */
  footed?: boolean;
}

/** The ground that every page stands on. */
export function Screen({ scale, footed = false, children }: PropsWithChildren<Props>) {
  return (
    <View
      className={footed ? 'screen screen--footed' : 'screen'}
      style={{ '--type': String(scale) }}
    >
      {children}
    </View>
  );
}
