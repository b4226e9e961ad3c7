import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { systemTypeScale } from './device/type-scale';
import { stores } from './stores';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => void stores.display.restore(systemTypeScale()));
  return children;
}
