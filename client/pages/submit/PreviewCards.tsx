import { Text, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ParsedExport } from '../../../typings/intake';
import type { Figure, IntakePreview } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Tag } from '../../components/Tag';
import { formatBrief } from '../../figures';
import { layoutLabels, metricLabels } from '../../metrics.data';
import { dayLabel } from '../../periods';
import { stores } from '../../stores';
import './PreviewCards.scss';

const { submission } = stores;
const measureLabels = { people: '人', times: '次' };

/** What was recognised in the files: layout, days, figures, and what contradicts. */
export const PreviewCards = observer(function PreviewCards({
  preview,
}: {
  preview: IntakePreview;
}) {
  const figures = Object.entries(preview.figures) as [MetricName, Figure][];
  return (
    <>
      <Card title={`识别到 ${preview.files.length} 个表格`}>
        {preview.files.map((file, index) => (
          <FileLine
            file={file}
            upload={submission.uploads.files[index]}
            key={submission.uploads.files[index]?.fileId ?? file.digest}
          />
        ))}
      </Card>
      {preview.conflicts.map(({ kind, message }) => (
        <Notice tone={kind === 'other-account' ? 'bad' : 'warn'} title={message} key={message} />
      ))}
      {figures.length > 0 && (
        <Card
          title="将要入库的数据"
          note={`由${originText(figures.map(([, { source }]) => source))}得出，提交前请核对`}
        >
          <View className="figures">
            {figures.map(([metric, { value, measure, estimated }]) => (
              <View className="figures__item" key={metric}>
                <View className="figures__label">
                  {metricLabels[metric]}
                  {measure && `（${measureLabels[measure]}）`}
                </View>
                <View className="figures__value">{formatBrief(value)}</View>
                {estimated && <Tag text="估算" tone="warn" />}
              </View>
            ))}
          </View>
        </Card>
      )}
    </>
  );
});

/** Beside files: citizens' answers and inspections. */
const originText = (sources: Figure['source'][]): string =>
  sources.includes('api') ? '表格、群众评价或检查记录' : '表格';

interface FileProps {
  file: ParsedExport;
  upload: { fileId: string; name: string } | undefined;
}

function FileLine({ file, upload }: FileProps) {
  const days =
    file.from && file.to ? `${dayLabel(file.from)}至${dayLabel(file.to)}` : '表格里没有日期';
  const articles = file.items.length > 0 ? ` · ${file.items.length} 篇文章` : '';
  return (
    <View className="file">
      <View className="file__body">
        <View className="file__layout">{layoutLabels[file.layout] ?? file.layout}</View>
        {upload && <View className="file__name">{upload.name}</View>}
        <View className="file__name">
          {days}
          {articles}
        </View>
        {file.warnings.slice(0, 3).map((warning) => (
          <View className="file__warning" key={warning}>
            ! {warning}
          </View>
        ))}
        {file.warnings.length > 3 && (
          <Text className="file__warning">另有 {file.warnings.length - 3} 条提示</Text>
        )}
      </View>
      {upload && (
        <View
          className="file__remove"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => void submission.removeFile(upload.fileId)}
        >
          移除
        </View>
      )}
    </View>
  );
}
