/** A file that the person picked, still on the device. */
export interface LocalFile {
  name: string;
  /** temporary path, or a blob address in a browser */
  path: string;
  /** bytes */
  size: number;
}

/** What the intake reads. */
export const spreadsheetExtensions = ['xlsx', 'xls', 'csv', 'htm', 'html'];
