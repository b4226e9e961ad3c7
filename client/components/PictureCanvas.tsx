import { Canvas } from '@tarojs/components';
import { canvasId } from '../device/picture';
import './PictureCanvas.scss';

/** What pictures are drawn on in WeChat, out of sight; a browser makes its own. */
export function PictureCanvas() {
  return process.env.TARO_ENV === 'weapp' ? (
    <Canvas className="picture-canvas" id={canvasId} canvasId={canvasId} type="2d" />
  ) : null;
}
