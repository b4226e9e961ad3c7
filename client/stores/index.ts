import Taro from '@tarojs/taro';
import { type Cloud, createCloud, type Transport } from '../cloud';
import { gatewayTransport } from '../cloud-gateway';
import { wechatTransport } from '../cloud-wechat';
import { type DeviceStorage, deviceStorage } from '../device/storage';
import { currentPerson } from '../preview/persons';
import { DisplayStore } from './display';
import { OverviewStore } from './overview';
import { ScoreDetailsStore } from './score-details';
import { SessionStore } from './session';
import { SubmissionStore } from './submission';

/** Everything that screens observe, over one door and one device. */
export function createStores(cloud: Cloud, storage: DeviceStorage) {
  const session = new SessionStore(cloud, storage);
  const overview = new OverviewStore(cloud, storage);
  const details = new ScoreDetailsStore(cloud);
  const submission = new SubmissionStore(cloud, storage, ({ accountId, period }) => {
    overview.invalidate(accountId, period);
    details.forget();
  });
  const display = new DisplayStore(storage);
  return { session, overview, details, submission, display };
}

// A build for the cloud alone drops the gateway: GATEWAY is a constant of the build.
function buildTransport(): Transport {
  if (GATEWAY === null) {
    Taro.cloud.init(CLOUD_ENVIRONMENT ? { env: CLOUD_ENVIRONMENT } : {});
    return wechatTransport();
  }
  const base = GATEWAY;
  return gatewayTransport(base, () => currentPerson(base));
}

export const stores = createStores(createCloud(buildTransport()), deviceStorage);
