import type { FileStore } from './files';
import { type Options, textOption, WxFailure, type WxModule } from './host';

/** The cloud behind `wx.cloud`; what a connection lacks fails with a message that names it. */
export interface CloudConnection {
  callFunction(name: string, data: unknown): Promise<unknown>;
  uploadFile?(cloudPath: string, content: Uint8Array): Promise<{ fileID: string }>;
  downloadFile?(fileID: string): Promise<Uint8Array>;
  getTempFileURL?(fileList: string[]): Promise<{ fileID: string; tempFileURL: string }[]>;
  deleteFile?(fileList: string[]): Promise<{ fileID: string; status: number }[]>;
}

/** wx.cloud over whatever connection the host was given. */
export function cloud(store: FileStore, connection: CloudConnection | undefined): WxModule {
  let ready = false;
  const need = <K extends keyof CloudConnection>(name: K): NonNullable<CloudConnection[K]> => {
    if (!ready) throw new WxFailure("Cloud API isn't enabled, please call wx.cloud.init first");
    const method = connection?.[name];
    if (!method) throw new WxFailure(`cloud.${name} is not served: no cloud is connected for it`);
    return method.bind(connection) as NonNullable<CloudConnection[K]>;
  };
  const operations: Record<string, (options: Options) => unknown> = {
    callFunction: async (options) => ({
      result: await need('callFunction')(textOption(options, 'name'), options.data ?? {}),
    }),
    uploadFile: async (options) => {
      const content = store.read(textOption(options, 'filePath'));
      return need('uploadFile')(textOption(options, 'cloudPath'), content);
    },
    downloadFile: async (options) => {
      const content = await need('downloadFile')(textOption(options, 'fileID'));
      const tempFilePath = `wxfile://tmp/${Date.now()}`;
      store.write(tempFilePath, Buffer.from(content));
      return { tempFilePath, statusCode: 200 };
    },
    getTempFileURL: async ({ fileList }) => ({
      fileList: await need('getTempFileURL')(fileList as string[]),
    }),
    deleteFile: async ({ fileList }) => ({
      fileList: await need('deleteFile')(fileList as string[]),
    }),
  };
  return {
    sync: {
      'cloud.init': () => {
        ready = true;
      },
    },
    async: Object.fromEntries(
      Object.entries(operations).map(([name, run]) => [`cloud.${name}`, run]),
    ),
  };
}
