import Taro from '@tarojs/taro';

/** Kinds of documents that the functions make and the device shows. */
export type DocumentKind = 'docx' | 'xlsx';

/** A document to show, under the name that it is to have on the device. */
export interface RemoteFile {
  url: string;
  /** without the extension */
  name: string;
  kind: DocumentKind;
}

/** Shows a document on the device; answers whether it could. */
export type OpenFile = (file: RemoteFile) => Promise<boolean>;

/**
 * Shows a document in WeChat's own viewer, from where it can be forwarded or saved. The storage's domain must stand among the mini program's download domains.
 */
export const openFile: OpenFile = async ({ url, name, kind }) => {
  try {
    const filePath = `${Taro.env.USER_DATA_PATH}/${fileName(name)}.${kind}`;
    const { statusCode } = await Taro.downloadFile({ url, filePath });
    if (statusCode !== 200) return false;
    await Taro.openDocument({ filePath, fileType: kind, showMenu: true });
    return true;
  } catch {
    return false;
  }
};

/** A name that any file system takes. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60) || '文件';
}
