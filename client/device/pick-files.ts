import Taro from '@tarojs/taro';
import { type LocalFile, spreadsheetExtensions } from './local-file';

/** Lets the person pick spreadsheets from a chat; empty when they change their mind. */
export async function pickFiles(count: number): Promise<LocalFile[]> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count,
      type: 'file',
      extension: spreadsheetExtensions,
    });
    return tempFiles.map(({ name, path, size }) => ({ name, path, size }));
  } catch {
    return [];
  }
}
