import { type Options, textOption, WxFailure, type WxHost, type WxModule } from './host';

/** WeChat's limits: one value, and everything together, in bytes. */
const VALUE_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

/** wx.setStorage and its kin, over a map that lives as long as the program. */
export function storage({ realm }: WxHost): WxModule {
  const entries = new Map<string, string>();
  const size = (): number =>
    [...entries.values()].reduce((sum, json) => sum + Buffer.byteLength(json), 0);

  const set = (key: string, data: unknown): void => {
    const json = JSON.stringify(data ?? '');
    const bytes = Buffer.byteLength(json);
    const others = size() - Buffer.byteLength(entries.get(key) ?? '');
    if (bytes > VALUE_LIMIT) throw new WxFailure('entry size limit reached');
    if (others + bytes > TOTAL_LIMIT) throw new WxFailure('quota exceeded');
    entries.set(key, json);
  };
  const get = (key: string): unknown => {
    const json = entries.get(key);
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  };
  const info = () => ({
    keys: [...entries.keys()],
    currentSize: Math.ceil(size() / 1024),
    limitSize: TOTAL_LIMIT / 1024,
  });

  return {
    sync: {
      setStorageSync: (key, data) => set(String(key), data),
      getStorageSync: (key) => realm.adopt(get(String(key)) ?? ''),
      removeStorageSync: (key) => {
        entries.delete(String(key));
      },
      clearStorageSync: () => entries.clear(),
      getStorageInfoSync: () => realm.adopt(info()),
    },
    async: {
      setStorage: (options) => set(textOption(options, 'key'), options.data),
      getStorage: (options: Options) => {
        const data = get(textOption(options, 'key'));
        if (data === undefined) throw new WxFailure('data not found');
        return { data };
      },
      removeStorage: (options) => {
        entries.delete(textOption(options, 'key'));
      },
      clearStorage: () => entries.clear(),
      getStorageInfo: info,
    },
  };
}
