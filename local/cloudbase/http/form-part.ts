/**
 * The bytes of a part of a `multipart/form-data` body, by the part's name. Unlike `formData()` of a
 * `Response` it leaves a part without a file name as it is, which would be read as a text there.
 */
export function formPart(body: Buffer, contentType: string, name: string): Buffer | undefined {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  const mark = Buffer.from(`\r\n--${boundary}`);
  const bytes = Buffer.concat([Buffer.from('\r\n'), body]);
  for (let at = bytes.indexOf(mark); at >= 0; ) {
    const start = at + mark.length;
    const end = bytes.indexOf(mark, start);
    const blank = bytes.indexOf('\r\n\r\n', start);
    if (end < 0 || blank < 0 || blank > end) return undefined;
    const headers = bytes.toString('latin1', start, blank);
    if (/;\s*name="([^"]*)"/i.exec(headers)?.[1] === name) return bytes.subarray(blank + 4, end);
    at = end;
  }
  return undefined;
}
