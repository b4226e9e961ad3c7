export default definePageConfig({
  navigationBarTitleText: '模式',
  enablePullDownRefresh: true,
});
