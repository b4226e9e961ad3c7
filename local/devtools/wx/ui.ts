import { WxFailure, type WxModule } from './host';

const nothing = (): void => undefined;

/**
 * Messages, dialogs and the page's frame. Nothing is drawn; a dialog that nobody mocked is
 * answered as by a person who agrees (the first entry of an action sheet).
 */
export function ui(): WxModule {
  return {
    async: {
      showToast: nothing,
      hideToast: nothing,
      showLoading: nothing,
      hideLoading: nothing,
      showModal: () => ({ confirm: true, cancel: false, content: null }),
      showActionSheet: ({ itemList }) => {
        if (!Array.isArray(itemList) || itemList.length === 0) {
          throw new WxFailure('parameter error: itemList should have at least 1 item');
        }
        return { tapIndex: 0 };
      },
      setNavigationBarTitle: nothing,
      setNavigationBarColor: nothing,
      showNavigationBarLoading: nothing,
      hideNavigationBarLoading: nothing,
      setBackgroundColor: nothing,
      setBackgroundTextStyle: nothing,
      setTabBarBadge: nothing,
      removeTabBarBadge: nothing,
      showTabBarRedDot: nothing,
      hideTabBarRedDot: nothing,
      showTabBar: nothing,
      hideTabBar: nothing,
      startPullDownRefresh: nothing,
      stopPullDownRefresh: nothing,
      pageScrollTo: nothing,
      hideKeyboard: nothing,
      enableAlertBeforeUnload: nothing,
      disableAlertBeforeUnload: nothing,
      showShareMenu: nothing,
      hideShareMenu: nothing,
      previewImage: nothing,
      loadFontFace: () => ({ status: 'loaded' }),
    },
  };
}
