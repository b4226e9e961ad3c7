import Taro, { useDidShow, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Columns } from '../../../components/Columns';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { pickFiles } from '../../../device/pick-files';
import { formatNumber } from '../../../figures';
import { longDayLabel } from '../../../periods';
import { stores } from '../../../stores';
import { wordLists } from '../../../stores/made/monitors';
import { NewVersion } from './NewVersion';

const { session, display } = stores;

/** 词表: who keeps which list in which version, and the next version out of a sheet. */
export default observer(function WordListsPage() {
  const load = () => void Promise.all([session.loadMemberships(), wordLists.load()]);
  useDidShow(load);
  useUnload(() => wordLists.startOver());
  const { lists } = wordLists;
  return (
    <Screen scale={display.scale}>
      <Columns aside={<NextVersion />}>
        <Loaded value={lists.value} error={lists.error} onRetry={load}>
          {({ lists: heads }) => (
            <Card title="现行词表" note="标题按所在地域各级词表一并核对">
              {heads.length === 0 && <Row label="还没有词表" note="上传第一版后开始核对标题" />}
              {heads.map(({ id, title, owner, version, source, effectiveFrom, forms }) => (
                <Row
                  key={id}
                  label={`${title} 第 ${version} 版`}
                  note={`${owner}维护 · 依据 ${source} · ${longDayLabel(effectiveFrom)}起`}
                  value={`${formatNumber(forms)} 条`}
                />
              ))}
            </Card>
          )}
        </Loaded>
      </Columns>
    </Screen>
  );
});

const NextVersion = observer(function NextVersion() {
  const { preview, saved, template } = wordLists;
  const error = saved.error ?? preview.error ?? template.error;
  return (
    <>
      {error && (
        <Notice tone="bad" title={error.message}>
          {Object.values(error.fields ?? {})[0]}
        </Notice>
      )}
      {saved.value && (
        <Notice
          tone="good"
          title={`${saved.value.title} 第 ${saved.value.version} 版已保存，${longDayLabel(saved.value.effectiveFrom)}起用`}
        />
      )}
      <Card title="上传新一版" note="一份最多 20,000 行；先预览，确认后才保存，旧版留存">
        {preview.loading ? (
          <Skeleton lines={3} />
        ) : (
          <>
            <Action
              text={preview.value ? '换一个文件' : '选择表格'}
              kind={preview.value ? 'secondary' : 'primary'}
              onPress={() => void choose()}
            />
            <Action
              text={template.busy ? '正在打开…' : '下载模板'}
              kind="plain"
              waiting={template.busy}
              onPress={() => void wordLists.openTemplate()}
            />
          </>
        )}
      </Card>
      {preview.value && <NewVersion preview={preview.value} />}
    </>
  );
});

async function choose(): Promise<void> {
  const [file] = await pickFiles(1);
  if (!file) return;
  await wordLists.pick(file);
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
}
