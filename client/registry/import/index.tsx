import { View } from '@tarojs/components';
import Taro, { useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { RegistryPreview } from '../../../typings/registry';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Footer } from '../../components/Footer';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { Tag } from '../../components/Tag';
import { pickFiles } from '../../device/pick-files';
import { formatNumber } from '../../figures';
import { stores } from '../../stores';
import './index.scss';

const { registry, session, display } = stores;
const shownAtMost = 30;

/** 批量导入账号: pick a sheet, see what it would change row by row, then store exactly that. */
export default observer(function ImportPage() {
  useUnload(() => registry.startOver());
  const { preview, applied } = registry;
  const error = applied.error ?? preview.error ?? registry.template.error;

  return (
    <Screen scale={display.scale} footed={preview.value !== null}>
      {error && <Notice tone="bad" title={error.message} />}
      {applied.value ? (
        <Card title="已入库">
          <Row label="新增" value={`${applied.value.added} 个`} />
          <Row label="修改" value={`${applied.value.changed} 个`} />
          <Row label="没有变化" value={`${applied.value.unchanged} 个`} />
          <Action text="再导入一个" kind="secondary" onPress={() => registry.startOver()} />
        </Card>
      ) : (
        <Card title="选择表格" note="一次最多 3000 行；先预览，确认后才入库">
          {preview.loading ? (
            <Skeleton lines={3} />
          ) : (
            <>
              <Action
                text={preview.value ? '换一个文件' : '选择文件'}
                kind={preview.value ? 'secondary' : 'primary'}
                onPress={() => void choose()}
              />
              <Action
                text={registry.template.busy ? '正在打开…' : '下载模板'}
                kind="plain"
                waiting={registry.template.busy}
                onPress={() => void registry.openTemplate()}
              />
            </>
          )}
        </Card>
      )}
      {preview.value && !applied.value && <Preview preview={preview.value} />}
    </Screen>
  );
});

const Preview = observer(function Preview({ preview }: { preview: RegistryPreview }) {
  const { counts, issues, changes, warnings } = preview;
  const { applied } = registry;
  const writes = counts.added + counts.changed;
  return (
    <>
      <Card title={`共 ${formatNumber(counts.rows)} 行`}>
        <View className="import-counts">
          {[
            ['新增', counts.added],
            ['修改', counts.changed],
            ['不变', counts.unchanged],
            ['有误', counts.rejected],
          ].map(([label, count]) => (
            <View className="import-counts__one" key={label}>
              <View className="import-counts__figure">{count}</View>
              <View className="import-counts__label">{label}</View>
            </View>
          ))}
        </View>
      </Card>
      {warnings.map((warning) => (
        <Notice tone="warn" title={warning} key={warning} />
      ))}
      {issues.length > 0 && (
        <Card title="需要改正的行" note="这些行不会入库，其余照常">
          {issues.slice(0, shownAtMost).map(({ row, column, message, kind }) => (
            <Row
              key={`${row}-${column}`}
              label={`第 ${row} 行${column ? ` · ${column}` : ''}`}
              note={message}
              value={kind === 'conflict' ? <Tag tone="bad" text="冲突" /> : undefined}
            />
          ))}
          {issues.length > shownAtMost && (
            <View className="list-end">另有 {issues.length - shownAtMost} 处</View>
          )}
        </Card>
      )}
      {changes.length > 0 && (
        <Card title="将要改变">
          {changes.slice(0, shownAtMost).map(({ row, kind, name, fields }) => (
            <Row
              key={row}
              label={name}
              note={
                kind === 'added'
                  ? `第 ${row} 行`
                  : fields
                      .map(
                        ({ column, from, to }) => `${column}：${from ?? '未填'} → ${to ?? '未填'}`,
                      )
                      .join('；')
              }
              value={
                <Tag
                  tone={kind === 'added' ? 'good' : 'info'}
                  text={kind === 'added' ? '新增' : '修改'}
                />
              }
            />
          ))}
          {changes.length > shownAtMost && (
            <View className="list-end">另有 {changes.length - shownAtMost} 行</View>
          )}
        </Card>
      )}
      <Footer>
        <Action
          text={applyText(writes, applied.loading)}
          waiting={applied.loading || writes === 0}
          onPress={() => void apply()}
        />
      </Footer>
    </>
  );
});

function applyText(writes: number, applying: boolean): string {
  if (applying) return '正在入库…';
  return writes === 0 ? '没有可入库的变化' : `确认入库 ${formatNumber(writes)} 行`;
}

async function choose(): Promise<void> {
  const [file] = await pickFiles(1);
  if (file) await registry.previewImport(file);
}

async function apply(): Promise<void> {
  await registry.applyImport();
  if (!registry.applied.value) return;
  void session.open(true);
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
}
