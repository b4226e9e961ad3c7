import Taro from '@tarojs/taro';

const standardSize = 17;

/** The type size set in WeChat, as a factor of the standard; 1 where it cannot be told. */
export function systemTypeScale(): number {
  try {
    // Base libraries from 2.23.4 on tell it; Taro's types do not know yet.
    const info = Taro.getAppBaseInfo();
    const size = 'fontSizeSetting' in info ? info.fontSizeSetting : undefined;
    return typeof size === 'number' && size > 0 ? size / standardSize : 1;
  } catch {
    return 1;
  }
}
