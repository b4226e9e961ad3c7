/** Characters that XML 1.0 cannot hold: controls, lone surrogates, non-characters. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as an XML part can hold it. */
export function writable(text: string): string {
  return text.replace(unwritable, '');
}

/** Writable text inside an element or an attribute of XML. */
export function escaped(text: string): string {
  return writable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
