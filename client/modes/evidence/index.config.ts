export default definePageConfig({ navigationBarTitleText: '同类账号' });
