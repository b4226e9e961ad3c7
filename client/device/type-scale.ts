import Taro from '@tarojs/taro';

const standardSize = 17;

/** The type size set in WeChat, as a factor of the standard; 1 where it cannot be told. */
export function systemTypeScale(): number {
  try {
    const { fontSizeSetting } = Taro.getAppBaseInfo();
    return typeof fontSizeSetting === 'number' && fontSizeSetting > 0
      ? fontSizeSetting / standardSize
      : 1;
  } catch {
    return 1;
  }
}
