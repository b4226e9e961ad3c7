import type { OpenFile } from './open-file';

interface Anchor {
  href: string;
  download: string;
  click(): void;
}

declare const document: { createElement(tag: 'a'): Anchor };

/** Saves a document under its name; answers whether it could. */
export const openFile: OpenFile = async ({ url, name, kind }) => {
  try {
    const reply = await fetch(url);
    if (!reply.ok) return false;
    const address = URL.createObjectURL(await reply.blob());
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = `${name}.${kind}`;
    anchor.click();
    URL.revokeObjectURL(address);
    return true;
  } catch {
    return false;
  }
};
