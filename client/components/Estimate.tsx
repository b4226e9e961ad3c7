import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Estimate.scss';
import { Tag } from './Tag';

interface Props {
  /** 估算: its file only estimates the figure */
  estimated: boolean | undefined;
  children: ReactNode;
}

/** A figure, marked where it is an estimate. */
export function Estimate({ estimated, children }: Props) {
  if (!estimated) return <>{children}</>;
  return (
    <View className="estimate">
      <Tag text="估算" tone="warn" />
      <View>{children}</View>
    </View>
  );
}
