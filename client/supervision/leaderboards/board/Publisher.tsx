import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Leaderboard } from '../../../../typings/leaderboards';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { PictureCanvas } from '../../../components/PictureCanvas';
import { Row } from '../../../components/Row';
import { Sheet } from '../../../components/Sheet';
import { sharePicture } from '../../../device/share-picture';
import { formatNumber } from '../../../figures';
import { instantLabel } from '../../../periods';
import { stores } from '../../../stores';
import { leaderboards } from '../../../stores/made/leaderboards';
import { boardPicture } from './picture';

const { session } = stores;

/** What was corrected since a board was published. */
export const Errata = observer(function Errata() {
  const errata = leaderboards.published.value?.errata ?? [];
  if (errata.length === 0) return null;
  return (
    <Card title={`勘误 ${errata.length} 条`} note="名次和原值不改，更正写在这里">
      {errata.map(({ accountId, name, rank, from, to, reason, at }) => (
        <Row
          key={`${accountId}-${at}`}
          label={`第 ${rank} 名 ${name}`}
          note={`${reason} · ${instantLabel(at)}`}
          value={`${formatNumber(from, 1)} → ${formatNumber(to, 1)}`}
        />
      ))}
    </Card>
  );
});

/** What its supervisor may do with a published board. */
export const Publisher = observer(function Publisher() {
  const [open, setOpened] = useState(false);
  const board = leaderboards.published.value?.board;
  if (!board || !session.hasRole('supervisor')) return null;
  return (
    <Card>
      <LeftOutRow board={board} />
      <Row
        label="导出、分享与开放"
        note={board.open ? '已开放给上榜账号与研究机构' : '还没有开放，只有主管部门看得到'}
        onOpen={() => setOpened(true)}
      />
      <Sheet title="导出、分享与开放" open={open} onClose={() => setOpened(false)}>
        <Ways board={board} />
      </Sheet>
      <PictureCanvas />
    </Card>
  );
});

/** The way to who has no place on it, and why. */
function LeftOutRow({ board: { id, leftOut } }: { board: Leaderboard }) {
  const count = Object.values(leftOut).reduce((sum, one) => sum + one, 0);
  if (count === 0) return null;
  return (
    <Row
      label="未参加排名的账号和原因"
      value={`${count} 个`}
      onOpen={() =>
        void Taro.navigateTo({ url: `/supervision/leaderboards/prepare/index?id=${id}` })
      }
    />
  );
}

const Ways = observer(function Ways({ board }: { board: Leaderboard }) {
  const { file, opening, exportParts } = leaderboards;
  const [sharing, share] = useState<'no' | 'busy' | 'failed'>('no');
  const makePicture = async () => {
    share('busy');
    const rows = await leaderboards.firstRows(board.id);
    share(rows && (await sharePicture(boardPicture(board, rows))) ? 'no' : 'failed');
  };
  return (
    <>
      {file.error && <Notice tone="bad" title={file.error.message} />}
      {opening.error && <Notice tone="bad" title={opening.error.message} />}
      {sharing === 'failed' && <Notice tone="bad" title="图片没有生成，请检查网络后再试一次。" />}
      {exportParts.length === 0 ? (
        <Action
          text={file.busy ? '正在导出…' : '导出表格'}
          kind="secondary"
          waiting={file.busy}
          onPress={() => void leaderboards.export()}
        />
      ) : (
        exportParts.map((rank, index) => (
          <Row
            key={rank}
            label={`导出表格：第 ${rank} 名起`}
            note={`共 ${exportParts.length} 份，第 ${index + 1} 份`}
            onOpen={file.busy ? undefined : () => void leaderboards.export(rank)}
          />
        ))
      )}
      <Action
        text={sharing === 'busy' ? '正在生成图片…' : '生成分享图片'}
        kind="secondary"
        waiting={sharing === 'busy'}
        onPress={() => void makePicture()}
      />
      <Action
        text={board.open ? '不再开放' : '开放给上榜账号与研究机构'}
        kind={board.open ? 'plain' : 'primary'}
        waiting={opening.loading}
        onPress={() => void setOpen(board)}
      />
    </>
  );
});

async function setOpen({ open }: Leaderboard): Promise<void> {
  if (!open) {
    const { confirm } = await Taro.showModal({
      title: '开放这一期？',
      content: '上榜账号的运营人员和受托方、研究机构可以看到全部名次，只读。',
      confirmText: '开放',
    });
    if (!confirm) return;
  }
  await leaderboards.setOpen(!open);
}
