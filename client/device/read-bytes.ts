import Taro from '@tarojs/taro';
import type { LocalFile } from './local-file';

/** A picked file's bytes. Rejects when the temporary file is gone. */
export function readBytes(file: LocalFile): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      success: ({ data }) =>
        data instanceof ArrayBuffer ? resolve(data) : reject(new Error('Expected bytes')),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}
