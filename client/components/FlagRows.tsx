import type { Overview } from '../../typings/overview';
import { evidenceText } from '../flag-evidence';
import { comparisonText } from '../peer-comparison';
import { Row } from './Row';
import { Tag } from './Tag';

interface Props {
  flagged: Pick<Overview, 'account' | 'kind' | 'flags' | 'peerComparison'>;
}

/** Figures that a reviewer should look at, each with what raised it; and what peers could tell. */
export function FlagRows({ flagged }: Props) {
  const { account, kind, flags, peerComparison } = flagged;
  return (
    <>
      {flags.map((flag) => (
        <Row
          key={`${flag.code}-${flag.message}`}
          label={flag.message}
          note={evidenceText(flag, account)}
          value={
            <Tag
              tone={flag.severity === 'warning' ? 'warn' : 'plain'}
              text={flag.severity === 'warning' ? '重点' : '一般'}
            />
          }
        />
      ))}
      {peerComparison && (
        <Row label="与同组比较" note={comparisonText({ account, kind, peerComparison })} />
      )}
    </>
  );
}
