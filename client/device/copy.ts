import Taro from '@tarojs/taro';

/** Puts text on the clipboard and says so in the person's words. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text });
    await Taro.showToast({ title: done, icon: 'none' });
  } catch {
    await Taro.showModal({ title: '请手动复制', content: text, showCancel: false });
  }
}
