import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Loaded } from '../../components/Loaded';
import { peerGroupLabel } from '../../peer-group';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';
import './index.scss';
import { PlaceCards } from './PlaceCards';
import { RankCard } from './RankCard';

const { details, overview } = stores;

/** 同组位置: who the peers are, and where this account stands among them; nobody else is named. */
export default observer(function PeersPage() {
  const shown = overview.overview;
  const before = shown?.previous?.period ?? null;
  useLoad(() => {
    void details.loadPeers();
    void details.loadRank();
    if (before) void details.loadPeersBefore(before);
  });
  const standing = details.peers.value;
  const group = standing && shown ? peerGroupLabel(standing, shown.account) : '';
  return (
    <DetailScreen>
      <Loaded
        value={details.peers.value}
        error={details.peers.error}
        onRetry={() => void details.loadPeers()}
      >
        {(known) => (
          <PlaceCards
            standing={known}
            before={details.peersBefore.value}
            group={group}
            value={shown?.score?.value ?? null}
          />
        )}
      </Loaded>
      <Loaded
        value={details.rank.value}
        error={details.rank.error}
        onRetry={() => void details.loadRank()}
      >
        {({ rank }) => rank && <RankCard rank={rank} group={group} />}
      </Loaded>
    </DetailScreen>
  );
});
