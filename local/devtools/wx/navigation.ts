import { NavigationError } from '../pages';
import { textOption, WxFailure, type WxHost, type WxModule } from './host';

/** wx.navigateTo and its kin: the rules are the page stack's, the words of failure WeChat's. */
export function navigation({ pages, timers }: WxHost): WxModule {
  const move = (work: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      timers.soon(() => {
        try {
          work();
          resolve();
        } catch (reason) {
          reject(reason instanceof NavigationError ? new WxFailure(reason.message) : reason);
        }
      });
    });

  return {
    async: {
      navigateTo: (options) => move(() => pages.navigateTo(textOption(options, 'url'))),
      redirectTo: (options) => move(() => pages.redirectTo(textOption(options, 'url'))),
      switchTab: (options) => move(() => pages.switchTab(textOption(options, 'url'))),
      reLaunch: (options) => move(() => pages.reLaunch(textOption(options, 'url'))),
      navigateBack: ({ delta = 1 }) => move(() => pages.navigateBack(Number(delta))),
    },
  };
}
