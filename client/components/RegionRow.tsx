import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { RegionChoice } from '../../typings/registry';
import type { RegionCode } from '../../typings/vocabulary';
import { Action } from './Action';
import { Choices } from './Choices';
import { Notice } from './Notice';
import { Row } from './Row';
import { Sheet } from './Sheet';
import { Skeleton } from './Skeleton';

/** Where the regions' names come from. */
interface Regions {
  below(prefix: RegionCode): RegionChoice[] | null;
  nameOf(prefix: RegionCode): string | null;
  load(prefix: RegionCode): Promise<void>;
  asking: { error: { message: string } | null };
}

interface Props {
  label: string;
  chosen: RegionCode;
  /** nothing outside it can be chosen; empty for the whole country */
  within: RegionCode;
  regions: Regions;
  onChoose: (prefix: RegionCode) => void;
}

const country = '全国';

/** A region, chosen by name a step at a time: province, city, county. */
export const RegionRow = observer(function RegionRow({
  label,
  chosen,
  within,
  regions,
  onChoose,
}: Props) {
  const [at, lookAt] = useState<RegionCode | null>(null);
  const nameOf = (prefix: RegionCode) =>
    prefix === '' ? country : (regions.nameOf(prefix) ?? prefix);
  const pathTo = (prefix: RegionCode) =>
    [2, 4, 6].flatMap((length) => (length <= prefix.length ? [prefix.slice(0, length)] : []));
  const look = (prefix: RegionCode) => {
    lookAt(prefix);
    void regions.load(prefix);
  };
  const choose = (prefix: RegionCode) => {
    lookAt(null);
    onChoose(prefix);
  };
  const options = at === null ? null : regions.below(at);
  const above = at !== null && at.length > within.length ? (pathTo(at).at(-2) ?? '') : null;

  return (
    <>
      <Row
        label={label}
        value={pathTo(chosen).map(nameOf).join(' ') || country}
        onOpen={() => look(chosen.length === 6 ? chosen.slice(0, 4) : chosen)}
      />
      {at !== null && (
        <Sheet title={nameOf(at)} open onClose={() => lookAt(null)}>
          <Action text={`${nameOf(at)}全部`} onPress={() => choose(at)} />
          {above !== null && above.length >= within.length && (
            <Action text={`回到${nameOf(above)}`} kind="plain" onPress={() => look(above)} />
          )}
          {regions.asking.error && <Notice tone="bad" title={regions.asking.error.message} />}
          {options === null && !regions.asking.error && <Skeleton lines={5} />}
          {options !== null && (
            <Choices
              options={options.map(({ prefix, name }) => ({ id: prefix, label: name }))}
              chosen={chosen}
              onChoose={(prefix) => (prefix.length === 6 ? choose(prefix) : look(prefix))}
            />
          )}
        </Sheet>
      )}
    </>
  );
});
