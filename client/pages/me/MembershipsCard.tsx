import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Skeleton } from '../../components/Skeleton';
import { Tag } from '../../components/Tag';
import { roleLabels } from '../../labels.data';
import { stores } from '../../stores';

const { session } = stores;

/** 我的身份: which roles, over what. */
export const MembershipsCard = observer(function MembershipsCard() {
  const { value, error } = session.memberships;
  return (
    <Card title="我的身份">
      {error && (
        <Notice
          tone="bad"
          title={error.message}
          action="重试"
          onAction={() => void session.loadMemberships()}
        />
      )}
      {!value && !error && <Skeleton lines={2} />}
      {value?.memberships.map(({ id, role, label }) => (
        <Row label={label} key={id} value={<Tag tone="info" text={roleLabels[role]} />} />
      ))}
      {value?.memberships.length === 0 && (
        <Row label="还没有身份" note="接受邀请码后，可以查看或填报公众号的数据" />
      )}
    </Card>
  );
});
