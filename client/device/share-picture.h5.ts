import { density, type PictureContext, type SharePicture } from './picture';

interface Canvas {
  width: number;
  height: number;
  getContext(kind: '2d'): PictureContext | null;
  toBlob(take: (blob: Blob | null) => void, type: string): void;
}

interface Anchor {
  href: string;
  download: string;
  click(): void;
}

declare const document: {
  createElement(tag: 'canvas'): Canvas;
  createElement(tag: 'a'): Anchor;
};

/** Draws beside the page and saves the file under its name. */
export const sharePicture: SharePicture = async ({ name, width, height, draw }) => {
  const canvas = document.createElement('canvas');
  canvas.width = width * density;
  canvas.height = height * density;
  const context = canvas.getContext('2d');
  if (!context) return false;
  context.scale(density, density);
  draw(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) return false;
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = `${name}.png`;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
  return true;
};
