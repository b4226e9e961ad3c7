import type { CodeSpace, component } from 'glass-easel-miniprogram-adapter';
import type { Instruments } from './definitions';

type Caller = component.GeneralComponent;

/**
 * Give every page and component of the space WeChat's setData: what crosses to the view is JSON,
 * and each crossing is noted. Must come before the first registration.
 */
export function countSetData(space: CodeSpace, tools: Instruments): void {
  const behavior = space
    .getComponentSpace()
    .define()
    .lifetime('created', function (this: unknown) {
      replaceSetData(this as Caller, tools);
    })
    .registerBehavior();
  space.setOverallBehavior(behavior);
}

function replaceSetData(caller: Caller, tools: Instruments): void {
  const original = caller.setData;
  caller.setData = (data: Record<string, unknown>, callback?: () => void) => {
    const json = JSON.stringify(data);
    tools.journal.setDataLog.push({
      page: tools.currentPage(),
      owner: caller.is,
      keys: Object.keys(data).length,
      bytes: Buffer.byteLength(json),
    });
    original.call(caller, JSON.parse(json) as Record<string, unknown>);
    if (callback) tools.timers.soon(() => callback.call(caller));
  };
}
