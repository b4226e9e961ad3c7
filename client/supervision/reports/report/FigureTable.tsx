import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import type { ReportFigure, ReportTable } from '../../../../typings/reports';
import { Action } from '../../../components/Action';
import './FigureTable.scss';

interface Props {
  table: ReportTable;
  figures: ReportFigure[];
  onAsk: (figure: string) => void;
}

/** Rows shown before the rest is asked for: a page holds few nodes on a phone. */
const shownAtFirst = 10;

/** Names that stay, and their figures beside them, which move sideways where there is no room. */
export function FigureTable({ table, figures, onAsk }: Props) {
  const [whole, showWhole] = useState(false);
  const { caption, columns, rows, notes } = table;
  const shown = whole ? rows : rows.slice(0, shownAtFirst);
  const texts = new Map(figures.map((figure) => [figure.id, figure.shown]));
  const [head, ...titles] = columns;
  return (
    <View className="figures">
      <View className="figures__caption">{caption}</View>
      <View className="figures__body">
        <View className="figures__names">
          <View className="figures__head figures__name">{head}</View>
          {shown.map(({ name }) => (
            <View className="figures__cell figures__name" key={name}>
              <View className="figures__text">{name}</View>
            </View>
          ))}
        </View>
        <ScrollView className="figures__scroll" scrollX>
          <View className="figures__lines">
            <View className="figures__line">
              {titles.map((title) => (
                <View className="figures__head" key={title}>
                  {title}
                </View>
              ))}
            </View>
            {shown.map((row) => (
              <View className="figures__line" key={row.name}>
                {row.figures.map((id) => (
                  <View
                    className="figures__cell"
                    key={id}
                    hoverClass="pressed"
                    ariaRole="button"
                    onClick={() => onAsk(id)}
                  >
                    {texts.get(id)}
                  </View>
                ))}
              </View>
            ))}
          </View>
        </ScrollView>
      </View>
      {rows.length > shown.length && (
        <Action text={`全部 ${rows.length} 行`} kind="plain" onPress={() => showWhole(true)} />
      )}
      {notes.map((note) => (
        <View className="figures__note" key={note}>
          注：{note}
        </View>
      ))}
    </View>
  );
}
