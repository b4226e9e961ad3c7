import { database } from '../platform/cloudbase';
import { collections } from './collections.data';
import { isExisting } from './failures';

/** Makes every collection that is not there yet: a deployment's first step, and a test's. */
export async function createCollections(): Promise<void> {
  for (const name of Object.keys(collections)) {
    try {
      await database.createCollection(name);
    } catch (failure) {
      if (!isExisting(failure)) throw failure;
    }
  }
}
