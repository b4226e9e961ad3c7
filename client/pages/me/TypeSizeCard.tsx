import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { stores } from '../../stores';
import { typeScales } from '../../stores/display';

const { display } = stores;

/** 字号: how large everything is written. */
export const TypeSizeCard = observer(function TypeSizeCard() {
  return (
    <Card title="字号">
      <View className="me__sizes">
        {typeScales.map(({ scale, label }) => (
          <View
            className={scale === display.scale ? 'me__size me__size--chosen' : 'me__size'}
            key={label}
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => display.choose(scale)}
          >
            {label}
          </View>
        ))}
      </View>
    </Card>
  );
});
