import Taro from '@tarojs/taro';
import type { Transport } from './cloud';

/** Carries calls through WeChat's cloud, which alone says who is calling. */
export function wechatTransport(): Transport {
  return {
    async invoke(name, data) {
      const { result } = await Taro.cloud.callFunction({ name, data });
      return result;
    },
    async upload(cloudPath, file) {
      const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: file.path });
      return fileID;
    },
  };
}
