import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Facts } from './Facts';
import './Row.scss';

interface Props {
  label: string;
  note?: string;
  value?: ReactNode;
  onOpen?: () => void;
  /** what surrounds it opens on a tap */
  opens?: true;
  /** a tap ticks it, or takes the tick away */
  ticked?: boolean;
}

/** A line of a list: what it is, its value, and perhaps a way further. */
export function Row({ label, note, value, onOpen, opens, ticked }: Props) {
  const tappable = onOpen !== undefined || opens === true;
  return (
    <View
      className="row"
      hoverClass={tappable ? 'pressed' : 'none'}
      ariaRole={tappable ? 'button' : undefined}
      ariaLabel={ticked === undefined ? undefined : `${label}，${ticked ? '已选' : '未选'}`}
      onClick={onOpen}
    >
      <View className="row__body">
        <View className="row__label">{label}</View>
        {note && (
          <View className={`row__note ${isSentence(note) ? '' : 'row__note--words'}`}>
            <Facts line={note} />
          </View>
        )}
      </View>
      {value !== undefined && <View className="row__value">{value}</View>}
      {ticked !== undefined && (
        <View className={ticked ? 'row__tick row__tick--set' : 'row__tick'}>
          {ticked ? '✓' : ''}
        </View>
      )}
      {tappable && ticked === undefined && <View className="card__chevron" />}
    </View>
  );
}

/** A sentence breaks wherever it reaches the edge; a few words stay whole. */
const isSentence = (note: string): boolean => /[，。；]/.test(note);
