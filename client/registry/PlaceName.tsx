import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import type { RegionCode } from '../../typings/vocabulary';
import { prefixOf } from '../region-code';
import { regions } from '../stores/made/regions';

/** Where an agency is, by name; by its code until the name is known. */
export const PlaceName = observer(function PlaceName({ code }: { code: RegionCode }) {
  const prefix = prefixOf(code);
  useEffect(() => void regions.trace(prefix), [prefix]);
  return <>{regions.pathTo(prefix).join('') || code}</>;
});
