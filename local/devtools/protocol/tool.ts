import { appBaseInfo } from '../wx/device.data';
import type { Method } from './driver';

export const tool: Record<string, Method> = {
  'Tool.getInfo': { run: () => ({ SDKVersion: appBaseInfo.SDKVersion }) },
  'Tool.close': { run: (driver) => driver.close() },
};
