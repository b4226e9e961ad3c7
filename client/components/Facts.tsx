import { View } from '@tarojs/components';
import { unbroken } from '../unbroken';
import './Facts.scss';

/**
 * A line of facts, 「第 2 期 · 28 个账号」: each stays whole where it can, and the mark between two of
 * them goes where a new line begins.
 */
export function Facts({ line }: { line: string }) {
  const facts = line.split(' · ');
  if (facts.length === 1) return <>{unbroken(line)}</>;
  return (
    <View className="facts">
      <View className="facts__lines">
        {facts.map((fact) => (
          <View className="facts__fact" key={fact}>
            {unbroken(fact)}
          </View>
        ))}
      </View>
    </View>
  );
}
