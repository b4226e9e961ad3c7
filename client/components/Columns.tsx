import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import './Columns.scss';

interface Props {
  /** stands left of the rest in a wide window, and above it on a phone */
  aside: ReactNode;
}

/** Two columns where there is room for them, one under the other where there is not. */
export function Columns({ aside, children }: PropsWithChildren<Props>) {
  return (
    <View className="columns">
      <View className="columns__aside">{aside}</View>
      <View className="columns__main">{children}</View>
    </View>
  );
}
