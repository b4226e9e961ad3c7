import vm from 'node:vm';
import type { Realm } from './realm';

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/**
 * Report the rejections that the program leaves unhandled, so that a defect of the hosted package
 * ends in a report and not in the end of the host.
 * @returns a function that stops watching
 */
export function watchRejections(realm: Realm, report: Listener): () => void {
  // a test runner may hand its tests a copy of `process`, on which this event never comes
  const host = vm.runInThisContext('process') as NodeJS.Process;
  const listener: Listener = (reason, promise) => {
    if (realm.owns(promise)) {
      // another listener is a test runner's: what is caught by its turn it does not count
      if (host.listenerCount('unhandledRejection') > 1) promise.catch(() => undefined);
      report(reason, promise);
    } else if (host.listenerCount('unhandledRejection') === 1) {
      throw reason;
    }
  };
  host.on('unhandledRejection', listener);
  return () => {
    host.off('unhandledRejection', listener);
  };
}
