import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Report } from '../../../../typings/reports';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Tag } from '../../../components/Tag';
import { formatNumber } from '../../../figures';
import { instantLabel } from '../../../periods';
import { stores } from '../../../stores';
import { reports } from '../../../stores/made/reports';
import { stateLabels } from '../labels.data';
import './index.scss';

/** What a report is: issue, scope, scheme, when it was read, and by whom it was published. */
export function FaceCard({ report }: { report: Report }) {
  const { title, number, state, asOf, publisher, publishedAt, checksum, notice, sample } = report;
  return (
    <Card>
      <View className="report__title">{title}</View>
      <View className="report__line">
        {number === null ? '' : `第 ${number} 期 · `}
        {report.schemeName}（版本 {report.schemeVersion}）
      </View>
      <View className="report__line">数据读取于 {instantLabel(asOf)}</View>
      {publishedAt && (
        <View className="report__line">
          发布：{publisher}，{instantLabel(publishedAt)}
        </View>
      )}
      {checksum && <View className="report__line">校验码 {checksum.slice(0, 16)}…</View>}
      {notice && <View className="report__notice">{notice}</View>}
      <View className="report__tags">
        <Tag {...stateLabels[state]} />
        {sample && <Tag text="示例数据" />}
      </View>
    </Card>
  );
}

/** How far it is, or what can be done with it. */
export const WorkCard = observer(function WorkCard({ report }: { report: Report }) {
  const { work, file } = reports;
  const { state, done } = report;
  if (state === 'running') {
    return (
      <Notice title={`正在统计，已读取 ${formatNumber(done)} 个账号`}>
        可以离开本页，稍后会自动继续；中断了也不会重来。
      </Notice>
    );
  }
  const mayPublish = state === 'finished' && stores.session.hasRole('supervisor');
  return (
    <Card>
      {(work.error ?? file.error) && (
        <Notice tone="bad" title={(work.error ?? file.error)?.message ?? ''} />
      )}
      {mayPublish && (
        <Action text="发布这份报告" waiting={work.loading} onPress={() => void publish()} />
      )}
      <Action
        text="打开文档"
        kind={mayPublish ? 'secondary' : 'primary'}
        waiting={file.busy}
        onPress={() => void reports.download('docx')}
      />
      <Action
        text="打开表格"
        kind="secondary"
        waiting={file.busy}
        onPress={() => void reports.download('xlsx')}
      />
      {mayPublish && <Action text="删除" kind="plain" onPress={() => void discard()} />}
    </Card>
  );
});

async function publish(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '发布后不能撤回',
    content: '报告内容不再改动，研究机构和受托方可以阅读、下载。',
    confirmText: '发布',
  });
  if (confirm) await reports.publish();
}

async function discard(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '删除这份报告？',
    content: '没有发布的报告可以删除，需要时重新编写。',
    confirmText: '删除',
  });
  if (confirm && (await reports.discard())) await Taro.navigateBack();
}
