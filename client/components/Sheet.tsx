import { ScrollView, Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './Sheet.scss';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
}

/** Rises from the foot of the page and leaves by a tap beside it. */
export function Sheet({ title, open, onClose, children }: PropsWithChildren<Props>) {
  if (!open) return null;
  return (
    <View className="sheet">
      <View className="sheet__shade" ariaLabel="关闭" onClick={onClose} />
      <View className="sheet__panel" ariaRole="dialog">
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <View className="sheet__close" hoverClass="pressed" ariaRole="button" onClick={onClose}>
            关闭
          </View>
        </View>
        <ScrollView className="sheet__scroll" scrollY>
          {children}
        </ScrollView>
      </View>
    </View>
  );
}
