import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { Action } from '../../../components/Action';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Skeleton } from '../../../components/Skeleton';
import { roleLabels } from '../../../labels.data';
import { stores } from '../../../stores';

const { members } = stores;

interface Props {
  /** the alias of who is replaced */
  except?: string;
  chosen: string[];
  onTap: (membershipId: string) => void;
}

/** Who may inspect: supervisors and staff of one's scope, a page at a time. */
export const Candidates = observer(function Candidates({ except, chosen, onTap }: Props) {
  useEffect(() => void members.load(), []);
  const { rows, page, hasMore } = members.list;
  const candidates = rows.filter(
    ({ role, alias }) => (role === 'supervisor' || role === 'staff') && alias !== except,
  );
  return (
    <>
      {page.error && (
        <Notice
          tone="bad"
          title={page.error.message}
          action="重试"
          onAction={() => void members.load()}
        />
      )}
      {candidates.map(({ id, alias, role, label }) => (
        <Row
          key={id}
          label={`${alias} · ${roleLabels[role]}`}
          note={label}
          ticked={chosen.includes(id)}
          onOpen={() => onTap(id)}
        />
      ))}
      {page.loading && <Skeleton lines={rows.length > 0 ? 2 : 5} />}
      {hasMore && !page.loading && (
        <Action text="更多成员" kind="plain" onPress={() => void members.list.more()} />
      )}
      {page.value && !hasMore && candidates.length < 3 && (
        <Notice title="可选的成员不多">
          人手不够时，请先在「我的」→「成员与邀请」中邀请检查员。
        </Notice>
      )}
    </>
  );
});
