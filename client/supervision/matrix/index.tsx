import { Image, Textarea, View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Neighbourhood, Relation } from '../../../typings/matrix';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Columns } from '../../components/Columns';
import { svgSource } from '../../components/charts/svg';
import { Empty } from '../../components/Empty';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Sheet } from '../../components/Sheet';
import { Tag } from '../../components/Tag';
import { dayLabel } from '../../periods';
import { stores } from '../../stores';
import { matrix } from '../../stores/made/matrix';
import { egoDrawing, width } from './ego-shape';
import './index.scss';
import { stateTags, tieLabels } from './labels.data';
import { toHandle } from './to-handle';

const { session, display } = stores;
const shownFirst = 12;

/** 微信矩阵: one account among its superiors, subordinates and siblings, and the table behind it. */
export default observer(function MatrixPage() {
  const { params } = useRouter();
  const load = async () => {
    await Promise.all([session.open(), session.loadMemberships()]);
    const id = params.accountId ?? session.account?.id;
    if (id) await matrix.open(id);
  };
  useDidShow(() => void load());
  const { around } = matrix;
  const below = session.hasRole('supervisor') ? openInstead : undefined;
  if (!params.accountId && !session.account) {
    return (
      <Screen scale={display.scale}>
        <Empty title="没有可看的账号" text="主办单位登记账号后，这里显示它的链接与上下级。" />
      </Screen>
    );
  }

  return (
    <Screen scale={display.scale}>
      <Loaded value={around.value} error={around.error} onRetry={() => void load()}>
        {(value) => (
          <Columns aside={<Picture around={value} />}>
            <Problems around={value} />
            <Links around={value} />
            <Statement accountId={value.account.accountId} />
            <Relations title="上级" list={value.superiors} />
            <Relations title="下级" list={value.subordinates} onOpen={below} />
            <Further around={value} />
            <Relations title="同级" list={value.siblings} />
          </Columns>
        )}
      </Loaded>
    </Screen>
  );
});

const Picture = observer(function Picture({ around }: { around: Neighbourhood }) {
  const { content, height } = egoDrawing(around);
  const { sheet } = matrix;
  return (
    <Card
      title={around.account.name}
      note={
        (around.statedOn
          ? `${dayLabel(around.statedOn)}登记的菜单与链接`
          : '还没有登记菜单与链接，缺失的链接无从判断') + (around.sample ? ' · 示例数据' : '')
      }
    >
      <Image
        className="ego"
        style={{ height: `${(height / width) * 100 * 0.88}vw`, maxHeight: `${height}px` }}
        mode="aspectFit"
        src={svgSource(width, height, content)}
      />
      <View className="card__note matrix-legend">
        {Object.values({ ...tieLabels, closed: '✕ 已关停' })
          .map((told) => told.replace(' ', '\u00a0'))
          .join('　')}
      </View>
      {session.hasRole('supervisor') && (
        <Action
          text={sheet.busy ? '正在生成…' : '导出表格'}
          kind="secondary"
          waiting={sheet.busy}
          onPress={() => void matrix.export()}
        />
      )}
      {sheet.error && <Notice tone="bad" title={sheet.error.message} />}
    </Card>
  );
});

function Problems({ around }: { around: Neighbourhood }) {
  const [all, setAll] = useState(false);
  const told = toHandle(around);
  if (told.length === 0) return null;
  const shown = all ? told : told.slice(0, shownFirst);
  return (
    <Card title={`需要处理 ${told.length} 处`}>
      {shown.map((text) => (
        <Row key={text} label={text} />
      ))}
      {shown.length < told.length && (
        <Action text="全部显示" kind="plain" onPress={() => setAll(true)} />
      )}
    </Card>
  );
}

function Links({ around: { links, linkedFrom, moreLinkedFrom } }: { around: Neighbourhood }) {
  return (
    <>
      <Card title={`链接 ${links.length} 条`}>
        {links.length === 0 && <Empty title="没有链接" text="导入菜单后，这里逐条核对去向。" />}
        {links.map(({ place, stated, state, to }, at) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: one place may link twice to the same
            key={at}
            label={stated}
            note={to && to.name !== stated ? `${place} · 现为 ${to.name}` : place}
            value={<Tag {...stateTags[state]} />}
          />
        ))}
      </Card>
      {linkedFrom.length > 0 && (
        <Card title={`被 ${linkedFrom.length}${moreLinkedFrom ? '+' : ''} 个账号链接`}>
          <Row label={linkedFrom.map(({ name }) => name).join('、')} />
        </Card>
      )}
    </>
  );
}

const Further = observer(function Further({ around }: { around: Neighbourhood }) {
  const { further } = matrix;
  if (around.moreSubordinates === null) return null;
  return (
    <>
      {further.error && <Notice tone="bad" title={further.error.message} />}
      <Action
        text={further.loading ? '正在读取…' : '更多下级'}
        kind="secondary"
        waiting={further.loading}
        onPress={() => void matrix.moreSubordinates()}
      />
    </>
  );
});

interface Related {
  title: string;
  list: Relation[];
  /** those that the reader may look at too */
  onOpen?: (accountId: string) => void;
}

function Relations({ title, list, onOpen }: Related) {
  if (list.length === 0) return null;
  return (
    <Card title={`${title} ${list.length} 个`}>
      {list.map(({ accountId, name, tie, status }) => (
        <Row
          key={accountId}
          label={name}
          value={status === 'closed' ? <Tag text="已关停" /> : tieLabels[tie]}
          onOpen={onOpen && (() => onOpen(accountId))}
        />
      ))}
    </Card>
  );
}

/** The ways to tell what an account links to: by hand, or as WeChat's interface answers. */
const Statement = observer(function Statement({ accountId }: { accountId: string }) {
  const [text, setText] = useState('');
  const [pasting, paste] = useState(false);
  const { saved } = matrix;
  const importMenu = async () => {
    await matrix.importMenu(accountId, text);
    if (!saved.error) paste(false);
  };
  return (
    <Card title="登记菜单与链接" note="只登记在这里，用来核对去向；不改动公众号本身">
      <Row
        label="手工填写或修改"
        note="菜单三列、每列五项，以及别处的链接"
        onOpen={() =>
          void Taro.navigateTo({ url: `/supervision/matrix/edit/index?accountId=${accountId}` })
        }
      />
      <Row
        label="粘贴微信菜单接口返回的原文"
        note="技术人员从微信接口取得时用；替换已登记的菜单，别处的链接不变"
        onOpen={() => paste(true)}
      />
      {saved.value && <Notice tone="good" title="菜单已登记，链接已重新核对。" />}
      <Sheet title="粘贴菜单原文" open={pasting} onClose={() => paste(false)}>
        <Textarea
          className="matrix-text"
          value={text}
          maxlength={60_000}
          placeholder="{ &quot;selfmenu_info&quot;: … }"
          onInput={(event) => setText(event.detail.value)}
        />
        {saved.error && <Notice tone="bad" title={saved.error.message} />}
        <Action
          text={saved.loading ? '正在核对…' : '核对并登记'}
          waiting={saved.loading || text.trim() === ''}
          onPress={() => void importMenu()}
        />
      </Sheet>
    </Card>
  );
});

/** In place of the page, since WeChat keeps ten pages at most. */
function openInstead(accountId: string): void {
  void Taro.redirectTo({ url: `/supervision/matrix/index?accountId=${accountId}` });
}
