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
  pathTo(prefix: RegionCode): string[];
  load(prefix: RegionCode): Promise<void>;
  asking: { error: { message: string } | null };
}

interface Props {
  label: string;
  chosen: RegionCode;
  /** nothing outside it can be chosen; empty for the whole country */
  within: RegionCode;
  regions: Regions;
  /** one place is meant, and not all that lies in it */
  place?: true;
  note?: string;
  onChoose: (prefix: RegionCode) => void;
}

const country = '全国';

/** A region, chosen by name a step at a time: province, city, county. */
export const RegionRow = observer(function RegionRow({
  label,
  chosen,
  within,
  regions,
  place,
  note,
  onChoose,
}: Props) {
  const [at, lookAt] = useState<RegionCode | null>(null);
  const nameOf = (prefix: RegionCode) =>
    prefix === '' ? country : (regions.nameOf(prefix) ?? prefix);
  const look = (prefix: RegionCode) => {
    lookAt(prefix);
    void regions.load(prefix);
  };
  const choose = (prefix: RegionCode) => {
    lookAt(null);
    onChoose(prefix);
  };
  const options = at === null ? null : regions.below(at);
  // a municipality's districts lie right below it
  const above = (prefix: RegionCode) =>
    regions.nameOf(prefix.slice(0, -2)) === null ? prefix.slice(0, 2) : prefix.slice(0, -2);

  return (
    <>
      <Row
        label={label}
        note={note}
        value={chosen === '' ? (place ? '请选择' : country) : regions.pathTo(chosen).join(' ')}
        onOpen={() => look(chosen.length === 6 ? above(chosen) : chosen)}
      />
      {at !== null && (
        <Sheet title={nameOf(at)} open onClose={() => lookAt(null)}>
          {(at !== '' || !place) && (
            <Action text={`${nameOf(at)}${place ? '本级' : '全部'}`} onPress={() => choose(at)} />
          )}
          {at.length > within.length && (
            <Action
              text={`回到${nameOf(at.slice(0, -2))}`}
              kind="plain"
              onPress={() => look(at.slice(0, -2))}
            />
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
