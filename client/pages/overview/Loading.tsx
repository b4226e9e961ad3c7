import { View } from '@tarojs/components';
import { Card } from '../../components/Card';
import { Skeleton } from '../../components/Skeleton';
import './Hero.scss';

/** The page's shape while its one question is under way. */
export function Loading() {
  return (
    <>
      <View className="hero hero--waiting">
        <View className="hero__ghost" />
        <View className="hero__ghost hero__ghost--large" />
      </View>
      <Card>
        <Skeleton lines={3} />
      </Card>
      <Card>
        <Skeleton lines={5} />
      </Card>
    </>
  );
}
