import Taro from '@tarojs/taro';

/** Widest window, in points, in which lengths grow with the window: a large phone's. */
const widest = 430;

/**
 * By how much a page is drawn smaller than WeChat's own lengths would make it. They grow with the
 * window, so that type in a wide one (PC, tablet) would be several times a phone's; drawn smaller by as
 * much, the page keeps a phone's type and has room for more.
 */
export function zoomOf(windowWidth: number): number {
  return windowWidth > widest ? widest / windowWidth : 1;
}

export function windowZoom(): number {
  return zoomOf(Taro.getWindowInfo().windowWidth);
}

/** Tells the zoom whenever the window changes; answers with the way to stop. */
export function onWindowZoom(tell: (zoom: number) => void): () => void {
  const listen = () => tell(windowZoom());
  Taro.onWindowResize(listen);
  return () => Taro.offWindowResize(listen);
}
