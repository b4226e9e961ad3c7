import { Text, View } from '@tarojs/components';
import { useLoad, useRouter, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ReportContent, ReportSection } from '../../../../typings/reports';
import { Card } from '../../../components/Card';
import { Columns } from '../../../components/Columns';
import { Loaded } from '../../../components/Loaded';
import { Screen } from '../../../components/Screen';
import { stores } from '../../../stores';
import { reports } from '../../../stores/made/reports';
import { Bars } from './Bars';
import { FaceCard, WorkCard } from './FaceCard';
import { FigureSheet } from './FigureSheet';
import { FigureTable } from './FigureTable';
import './index.scss';
import { TrendCard } from './TrendCard';

/** 一份发展报告: what it says, and where each number comes from, one tap away. */
export default observer(function ReportPage() {
  const { id = '' } = useRouter().params;
  const [asked, ask] = useState<string | null>(null);
  const load = () => void reports.open(id);
  useLoad(load);
  useUnload(() => reports.close());
  const { opened } = reports;

  return (
    <Screen scale={stores.display.scale}>
      <Loaded value={opened.value} error={opened.error} onRetry={load}>
        {({ report, content, trend }) => (
          <>
            <Columns
              aside={
                <>
                  <FaceCard report={report} />
                  <WorkCard report={report} />
                  {trend.length > 1 && <TrendCard trend={trend} notice={report.notice} />}
                </>
              }
            >
              {content?.sections.map((section) => (
                <SectionCard key={section.id} section={section} content={content} onAsk={ask} />
              ))}
              {content && (
                <Card title="口径说明">
                  {content.notes.map((note) => (
                    <View className="report__note" key={note}>
                      {note}
                    </View>
                  ))}
                </Card>
              )}
            </Columns>
            {content && <FigureSheet content={content} id={asked} onClose={() => ask(null)} />}
          </>
        )}
      </Loaded>
    </Screen>
  );
});

interface Props {
  section: ReportSection;
  content: ReportContent;
  onAsk: (figure: string) => void;
}

function SectionCard({ section, content, onAsk }: Props) {
  const { title, paragraphs, charts, tables } = section;
  return (
    <Card title={title}>
      {paragraphs.map((runs, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is published stays in its order
        <View className="report__paragraph" key={at}>
          {runs.map(({ text, figure }, index) =>
            figure ? (
              <Text
                className="report__figure"
                // biome-ignore lint/suspicious/noArrayIndexKey: the same figure may be told twice
                key={index}
                onClick={() => onAsk(figure)}
              >
                {text}
              </Text>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: words have no name of their own
              <Text key={index}>{text}</Text>
            ),
          )}
        </View>
      ))}
      {charts.map((chart) => (
        <Bars key={chart.title} chart={chart} figures={content.figures} />
      ))}
      {tables.map((table) => (
        <FigureTable key={table.caption} table={table} figures={content.figures} onAsk={onAsk} />
      ))}
    </Card>
  );
}
