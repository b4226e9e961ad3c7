import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './Footer.scss';

/** The page's actions, always in reach of a thumb. */
export function Footer({ children }: PropsWithChildren) {
  return <View className="footer">{children}</View>;
}
