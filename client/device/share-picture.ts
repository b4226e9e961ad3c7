import Taro from '@tarojs/taro';
import { canvasId, density, type PictureContext, type SharePicture } from './picture';

/** Draws on the page's canvas and opens WeChat's menu to send or save; where there is none, shows it. */
export const sharePicture: SharePicture = async ({ width, height, draw }) => {
  try {
    const canvas = await canvasNode();
    canvas.width = width * density;
    canvas.height = height * density;
    // A 2d canvas has this context; Taro's type names the older, narrower one.
    const context: PictureContext = Object(canvas.getContext('2d'));
    context.scale(density, density);
    draw(context);
    const { tempFilePath: path } = await Taro.canvasToTempFilePath({ canvas, fileType: 'png' });
    if (Taro.canIUse('showShareImageMenu')) await Taro.showShareImageMenu({ path }).catch(closed);
    else await Taro.previewImage({ urls: [path] });
    return true;
  } catch {
    return false;
  }
};

function canvasNode(): Promise<Taro.Canvas> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true }, (found) => (found?.node ? resolve(found.node) : reject(found)))
      .exec();
  });
}

/** Leaving the menu without a choice is no failure. */
function closed(failure: { errMsg?: string }): void {
  if (!failure.errMsg?.includes('cancel')) throw failure;
}
