import { zoomOf } from '../../client/device/window-zoom';

jest.mock('@tarojs/taro', () => ({}));

test.each([320, 390, 430, 768, 1280, 1920])(
  'type of a window of %d points is a phone’s',
  (width) => {
    const typeSize = (28 * width) / 750;
    const drawn = typeSize * zoomOf(width);
    expect(drawn).toBeLessThanOrEqual((28 * 430) / 750 + 1e-9);
    if (width <= 430) expect(zoomOf(width)).toBe(1);
    else expect(drawn).toBeCloseTo((28 * 430) / 750);
  },
);
