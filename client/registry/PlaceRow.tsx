import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import type { RegionCode } from '../../typings/vocabulary';
import { RegionRow } from '../components/RegionRow';
import { codeOf, prefixOf } from '../region-code';
import { regions } from '../stores/made/regions';

interface Props {
  /** six digits; empty where none is chosen */
  code: RegionCode;
  error?: string;
  onChoose: (code: RegionCode) => void;
}

/** 行政区划 of an agency, chosen by name. */
export const PlaceRow = observer(function PlaceRow({ code, error, onChoose }: Props) {
  const chosen = prefixOf(code);
  useEffect(() => void regions.trace(chosen), [chosen]);
  return (
    <RegionRow
      label="行政区划"
      note={error}
      place
      chosen={chosen}
      within=""
      regions={regions}
      onChoose={(prefix) => onChoose(codeOf(prefix))}
    />
  );
});
