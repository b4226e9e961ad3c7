import Taro from '@tarojs/taro';
import { createCloud, type Transport } from '../cloud';
import { gatewayTransport } from '../cloud-gateway';
import { wechatTransport } from '../cloud-wechat';
import { currentPerson } from '../preview/persons';

// GATEWAY is a constant of the build: the branch not taken is dropped, with all that it imports.
function buildTransport(): Transport {
  if (GATEWAY === null) {
    Taro.cloud.init(CLOUD_ENVIRONMENT ? { env: CLOUD_ENVIRONMENT } : {});
    return wechatTransport();
  } else {
    const base = GATEWAY;
    return gatewayTransport(base, () => currentPerson(base));
  }
}

/** The one door of the running program: its stores are made over it. */
export const cloud = createCloud(buildTransport());

const forgetting = new Set<() => void>();

/**
 * Has a store of a subpackage forget what it shows when another person is here. Stores that the tabs
 * need are made in `stores/index.ts`; one that a subpackage alone needs is made in a file of its own,
 * so that it is no part of the main package.
 */
export function forgettingPersons<S extends { leave(): void }>(store: S): S {
  forgetting.add(() => store.leave());
  return store;
}

/** Has every such store forget. */
export function forgetPerson(): void {
  for (const forget of forgetting) forget();
}
