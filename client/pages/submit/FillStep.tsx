import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Account } from '../../../typings/registry';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { DayRow } from '../../components/DayRow';
import { FieldRow } from '../../components/FieldRow';
import { Footer } from '../../components/Footer';
import { Notice } from '../../components/Notice';
import { pickFiles } from '../../device/pick-files';
import { periodLabel } from '../../periods';
import { stores } from '../../stores';
import { FigureFields } from './FigureFields';
import { PreviewCards } from './PreviewCards';
import { StepHead } from './StepHead';

const { submission } = stores;

/** What the files gave, what is in doubt, and the short form for the rest. */
export const FillStep = observer(function FillStep({ account }: { account: Account }) {
  const { period, preview, error, busy, form, restored, needsReason, through } = submission;
  const unchanged = preview?.unchanged === true && form.filled === 0;

  return (
    <View>
      <StepHead account={account} period={period} step={2} />
      {restored && (
        <Notice
          tone="info"
          title="已恢复上次没填完的内容"
          action="清空"
          onAction={() => submission.discard()}
        />
      )}
      {error && <Notice tone="bad" title={error.message} />}
      {error?.code === 'conflict' && (
        <Notice
          tone="warn"
          title="别人刚刚填报了这一期"
          action="载入最新"
          onAction={() => void submission.fill()}
        >
          您填的内容都还在，载入后核对一遍再提交。
        </Notice>
      )}
      {preview?.unchanged && (
        <Notice tone="good" title="这些数据已经入库，没有变化">
          {form.fields.length > 0 ? '如果还要补填，请继续；否则不用再提交。' : '不用再提交。'}
        </Notice>
      )}
      {through.span && (
        <Card title="这一期还没结束" note="只按截至日期以前的天数计分，之后补齐再更正即可">
          <DayRow
            label="数据截至哪一天"
            note={preview ? '默认为表格里最后一天；表格导出得更晚的，请改成导出前一天' : undefined}
            value={through.day}
            from={through.span.from}
            to={through.span.to}
            onChoose={(day) => void submission.stateThrough(day)}
          />
          {error?.fields?.through && <Notice tone="bad" title={error.fields.through} />}
        </Card>
      )}
      {preview && <PreviewCards preview={preview} />}
      {preview && (
        <Card>
          <Action
            text="再加一个文件"
            kind="secondary"
            waiting={busy !== null}
            onPress={() => void addFile()}
          />
        </Card>
      )}
      <FigureFields
        title={
          preview
            ? `表格里没有${form.hasEstimates ? '或只能估算' : ''}的，请补填`
            : `${period ? periodLabel(period) : ''}的数据`
        }
      />
      {needsReason && (
        <Card title="更正原因" note="这一期已有数据，这次会存为新的修订，原来的仍可查看">
          <FieldRow
            id="reason"
            label="为什么更正"
            value={submission.reason}
            placeholder="例如：补录留言回复数"
            error={error?.fields?.reason}
            onInput={(text) => submission.explain(text)}
          />
        </Card>
      )}
      <Footer>
        <Action text="上一步" kind="secondary" onPress={() => submission.back()} />
        <Action
          text={unchanged ? '没有变化' : '下一步'}
          waiting={busy !== null || unchanged}
          onPress={review}
        />
      </Footer>
    </View>
  );
});

async function addFile(): Promise<void> {
  await submission.addFiles(await pickFiles(1));
}

function review(): void {
  if (submission.review()) {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    return;
  }
  const field = submission.form.firstError ?? 'reason';
  void Taro.showToast({ title: '有一项需要改正', icon: 'none' });
  void Taro.pageScrollTo({ selector: `#field-${field}`, offsetTop: -120, duration: 200 });
}
