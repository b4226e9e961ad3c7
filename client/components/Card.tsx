import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Facts } from './Facts';
import './Card.scss';

interface Props {
  title?: string;
  /** a line under the title, in smaller type */
  note?: string;
  /** stands right of the title */
  aside?: ReactNode;
  /** makes the whole card a way to somewhere */
  onOpen?: () => void;
}

/** One subject on white. */
export function Card({ title, note, aside, onOpen, children }: PropsWithChildren<Props>) {
  const headed = title || aside || onOpen;
  return (
    <View
      className="card"
      hoverClass={onOpen ? 'pressed' : 'none'}
      ariaRole={onOpen ? 'button' : undefined}
      onClick={onOpen}
    >
      {headed && (
        <View className="card__head">
          {title && <Text className="card__title">{title}</Text>}
          {aside}
          {onOpen && <View className="card__chevron" />}
        </View>
      )}
      {note && (
        <View className="card__note">
          <Facts line={note} />
        </View>
      )}
      {children}
    </View>
  );
}
