import Taro from '@tarojs/taro';

/** Back to the page before; to the overview where one came by a link and there is none. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await Taro.switchTab({ url: '/pages/overview/index' });
}
