import { View } from '@tarojs/components';
import { type CSSProperties, type PropsWithChildren, useEffect, useState } from 'react';
import { onWindowZoom, windowZoom } from '../device/window-zoom';
import './Screen.scss';

interface Props {
  /** the reader's type size; 1 is standard */
  scale: number;
  /** room for a bar of actions at the foot */
  footed?: boolean;
}

/** The ground that every page stands on. */
export function Screen({ scale, footed = false, children }: PropsWithChildren<Props>) {
  const [zoom, setZoom] = useState(windowZoom);
  useEffect(() => onWindowZoom(setZoom), []);
  const style: CSSProperties & { '--type': string } = {
    '--type': String(scale),
    ...(zoom === 1 ? {} : { zoom, minHeight: `${100 / zoom}vh` }),
  };
  return (
    <View className={footed ? 'screen screen--footed' : 'screen'} style={style}>
      {children}
    </View>
  );
}
