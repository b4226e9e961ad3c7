/** What is drawn with: the part of a canvas that pictures of this product use. */
export interface PictureContext {
  fillStyle: string;
  font: string;
  textAlign: 'left' | 'right' | 'center';
  textBaseline: 'top' | 'middle' | 'alphabetic';
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
  scale(x: number, y: number): void;
}

/** A picture that draws itself, in points; it is stored at twice as many pixels. */
export interface Picture {
  /** without the extension */
  name: string;
  width: number;
  height: number;
  draw(context: PictureContext): void;
}

/** Makes a picture file and offers to send or save it; answers whether it could. */
export type SharePicture = (picture: Picture) => Promise<boolean>;

/** Pixels a point. */
export const density = 2;
/** The canvas that a page of WeChat draws on: see components/PictureCanvas. */
export const canvasId = 'picture-canvas';
