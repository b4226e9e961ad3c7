export default definePageConfig({ navigationBarTitleText: '同组位置' });
