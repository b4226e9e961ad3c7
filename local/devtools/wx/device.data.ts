/** The phone that the stand-in claims to be: a common one, in logical pixels. */
export const windowInfo = {
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 753,
  statusBarHeight: 47,
  screenTop: 91,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
};

export const deviceInfo = {
  abi: 'arm64',
  benchmarkLevel: 30,
  brand: 'devtools',
  model: 'iPhone 14',
  platform: 'devtools',
  system: 'iOS 17.0',
  memorySize: 6144,
};

export const appBaseInfo = {
  SDKVersion: '3.7.0',
  enableDebug: false,
  host: { env: 'WeChat' },
  language: 'zh_CN',
  version: '8.0.50',
  theme: 'light',
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
};

export const systemSetting = {
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
};

export const menuButton = { width: 87, height: 32, top: 51, right: 383, bottom: 83, left: 296 };

export const account = {
  miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
};
