import { View } from '@tarojs/components';
import { Action } from './Action';
import './Empty.scss';

interface Props {
  title: string;
  text: string;
  action?: string;
  onAction?: () => void;
}

/** Nothing here yet: why, and the next step. */
export function Empty({ title, text, action, onAction }: Props) {
  return (
    <View className="empty">
      <View className="empty__figure">
        <View className="empty__bar empty__bar--low" />
        <View className="empty__bar empty__bar--high" />
        <View className="empty__bar" />
      </View>
      <View className="empty__title">{title}</View>
      <View className="empty__text">{text}</View>
      {action && onAction && <Action text={action} onPress={onAction} />}
    </View>
  );
}
