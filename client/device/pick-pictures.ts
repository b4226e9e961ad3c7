import Taro from '@tarojs/taro';
import type { LocalFile } from './local-file';

/** Lets the person take or choose pictures; empty when they change their mind. */
export async function pickPictures(count: number): Promise<LocalFile[]> {
  try {
    const { tempFiles } = await Taro.chooseImage({ count, sizeType: ['compressed'] });
    return tempFiles.map(({ path, size }, index) => ({
      name: `picture-${index + 1}.${/\.(png|jpe?g|webp|gif)$/i.exec(path)?.[1] ?? 'jpg'}`,
      path,
      size,
    }));
  } catch {
    return [];
  }
}
