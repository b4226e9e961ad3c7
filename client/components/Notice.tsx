import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './Notice.scss';
import type { Tone } from './Tag';

interface Props {
  tone?: Exclude<Tone, 'plain'>;
  title: string;
  action?: string;
  onAction?: () => void;
}

const marks = { info: 'i', good: '✓', warn: '!', bad: '!' };

/** Something the person should know here, and what to do about it. */
export function Notice({
  tone = 'info',
  title,
  action,
  onAction,
  children,
}: PropsWithChildren<Props>) {
  return (
    <View className={`notice notice--${tone} ${children ? 'notice--long' : ''}`} ariaRole="alert">
      <Text className="notice__mark">{marks[tone]}</Text>
      <View className="notice__body">
        <View className="notice__title">{title}</View>
        {children && <View className="notice__text">{children}</View>}
      </View>
      {action && (
        <View className="notice__action" hoverClass="pressed" ariaRole="button" onClick={onAction}>
          {action}
        </View>
      )}
    </View>
  );
}
