import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Role } from '../../../typings/vocabulary';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { stores } from '../../stores';
import { work } from './work.data';

const { session } = stores;

const titles: Record<Role, string> = {
  staff: '运营',
  supervisor: '监管',
  vendor: '受托运营',
  researcher: '研究',
};

/** The ways to what each of one's roles comes for. */
export const WorkCards = observer(function WorkCards() {
  const held = (Object.keys(work) as Role[]).filter((role) => session.hasRole(role));
  return (
    <>
      {held
        .filter((role) => work[role].length > 0)
        .map((role) => (
          <Card key={role} title={titles[role]}>
            {work[role].map(({ label, note, url }) => (
              <Row
                key={url}
                label={label}
                note={note}
                onOpen={() => void Taro.navigateTo({ url })}
              />
            ))}
          </Card>
        ))}
    </>
  );
});
