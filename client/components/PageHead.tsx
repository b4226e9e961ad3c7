import { View } from '@tarojs/components';
import { Facts } from './Facts';
import './PageHead.scss';

interface Props {
  name: string;
  isSample: boolean;
  /** which figures of it the page speaks of */
  note?: string;
}

/** Whose page it is: an account by its name, marked when it is sample data. */
export function PageHead({ name, isSample, note }: Props) {
  return (
    <View className="page-head">
      <View className="page-head__name">
        {name}
        {isSample ? '（示例数据）' : ''}
      </View>
      {note && (
        <View className="page-head__note">
          <Facts line={note} />
        </View>
      )}
    </View>
  );
}
