import {
  account,
  appBaseInfo,
  deviceInfo,
  menuButton,
  systemSetting,
  windowInfo,
} from './device.data';
import type { WxHost, WxModule } from './host';

/** The device, the base library and the account: fixed answers of one common phone. */
export function system({ realm, timers, guard }: WxHost): WxModule {
  const systemInfo = { ...windowInfo, ...deviceInfo, ...appBaseInfo, ...systemSetting };
  const answer = (value: unknown) => () => realm.adopt(value);
  return {
    sync: {
      getSystemInfoSync: answer(systemInfo),
      getWindowInfo: answer(windowInfo),
      getDeviceInfo: answer(deviceInfo),
      getAppBaseInfo: answer(appBaseInfo),
      getSystemSetting: answer(systemSetting),
      getAppAuthorizeSetting: answer({ notificationAuthorized: 'authorized' }),
      getMenuButtonBoundingClientRect: answer(menuButton),
      getAccountInfoSync: answer(account),
      nextTick: (callback) => {
        if (typeof callback !== 'function') throw realm.error('nextTick:fail callback is missing');
        timers.soon(() => guard('callback', () => callback()));
      },
      getUpdateManager: () => ({
        onCheckForUpdate: () => undefined,
        onUpdateReady: () => undefined,
        onUpdateFailed: () => undefined,
        applyUpdate: () => undefined,
      }),
      getPerformance: () => ({ now: () => performance.now() }),
      reportEvent: () => undefined,
    },
    async: {
      getSystemInfo: () => systemInfo,
      getSystemInfoAsync: () => systemInfo,
      requirePrivacyAuthorize: () => undefined,
      getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '' }),
      openPrivacyContract: () => undefined,
      login: () => ({ code: 'stand-in' }),
      checkSession: () => undefined,
      getSetting: () => ({ authSetting: {} }),
      vibrateShort: () => undefined,
      setClipboardData: () => undefined,
      getClipboardData: () => ({ data: '' }),
      requestSubscribeMessage: ({ tmplIds }) =>
        Object.fromEntries(Array.isArray(tmplIds) ? tmplIds.map((id) => [id, 'accept']) : []),
    },
    listeners: [
      'AppShow',
      'AppHide',
      'Error',
      'UnhandledRejection',
      'PageNotFound',
      'ThemeChange',
      'WindowResize',
      'MemoryWarning',
      'NeedPrivacyAuthorization',
      'KeyboardHeightChange',
      'UserCaptureScreen',
    ],
  };
}
