import type { AnomalyFlag } from '../../typings/indices';
import type { Account } from '../../typings/registry';
import { evidenceText } from '../flag-evidence';
import { Row } from './Row';
import { Tag } from './Tag';

/** Figures that a reviewer should look at, each with what raised it. */
export function FlagRows({ flags, account }: { flags: AnomalyFlag[]; account: Account }) {
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
    </>
  );
}
