import { ensureBuilt } from '../../../scripts/builds';

/** The tests call the bundles that ship, so they are built before the first of them runs. */
export default async function build(): Promise<void> {
  await ensureBuilt('functions');
}
