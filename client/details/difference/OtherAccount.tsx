import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Account } from '../../../typings/registry';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { FieldRow } from '../../components/FieldRow';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { stores } from '../../stores';
import { Terms } from './Terms';

const { session, details, overview } = stores;

/** The same period of another account: one's own agency's, or any in a supervisor's scope. */
export const OtherAccount = observer(function OtherAccount() {
  const [other, choose] = useState<Account | null>(null);
  const [query, setQuery] = useState('');
  const isSupervisor = session.hasRole('supervisor');
  const notSelf = ({ id }: Account) => id !== details.subject?.accountId;
  const own = session.accounts.filter(notSelf);
  const compare = (account: Account) => {
    choose(account);
    void details.compareWithAccount(account.id);
  };

  if (other) {
    return (
      <>
        <Card>
          <Row
            label={other.name}
            note={other.agency.name}
            value="换一个"
            onOpen={() => choose(null)}
          />
        </Card>
        <Loaded
          value={details.attribution.value}
          error={details.attribution.error}
          onRetry={() => compare(other)}
        >
          {(attribution) => (
            <Terms
              attribution={attribution}
              from={other.name}
              to={overview.overview?.account.name ?? '本账号'}
            />
          )}
        </Loaded>
      </>
    );
  }
  if (own.length === 0 && !isSupervisor) {
    return <Empty title="没有别的账号可比" text="只能与本单位的其他账号比较，不能查看别的单位。" />;
  }
  return (
    <>
      {own.length > 0 && <Accounts title="可以比较的账号" accounts={own} onChoose={compare} />}
      {isSupervisor && (
        <Card title="在管辖范围内查找">
          <FieldRow
            id="other"
            label="账号或单位名称"
            value={query}
            maxLength={40}
            onInput={setQuery}
          />
          <Action
            text="查找"
            kind="secondary"
            waiting={query.trim() === ''}
            onPress={() => void details.findOthers(query.trim())}
          />
        </Card>
      )}
      {details.others.error && <Notice tone="bad" title={details.others.error.message} />}
      {details.others.value && (
        <Accounts
          title="找到的账号"
          accounts={details.others.value.items.filter(notSelf)}
          onChoose={compare}
        />
      )}
    </>
  );
});

interface Props {
  title: string;
  accounts: Account[];
  onChoose: (account: Account) => void;
}

function Accounts({ title, accounts, onChoose }: Props) {
  return (
    <Card title={title} note={accounts.length === 0 ? '没有找到，请换个名称' : undefined}>
      {accounts.map((account) => (
        <Row
          key={account.id}
          label={account.name}
          note={account.agency.name}
          onOpen={() => onChoose(account)}
        />
      ))}
    </Card>
  );
}
