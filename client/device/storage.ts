import Taro from '@tarojs/taro';

/** Small things kept on the device; a value that cannot be read is as good as none. */
export interface DeviceStorage {
  get<T>(key: string): Promise<T | null>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Keeps values in the mini program's own storage (10 MB in WeChat, localStorage in a browser). */
export const deviceStorage: DeviceStorage = {
  async get<T>(key: string) {
    try {
      const { data } = await Taro.getStorage<T>({ key });
      return data ?? null;
    } catch {
      return null;
    }
  },
  async set(key, value) {
    try {
      await Taro.setStorage({ key, data: value });
    } catch {
      // A full disk must not stop the work at hand: the value is only kept for convenience.
    }
  },
  async remove(key) {
    try {
      await Taro.removeStorage({ key });
    } catch {
      // Nothing kept under that key.
    }
  },
};
