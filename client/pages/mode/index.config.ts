export default definePageConfig({ navigationBarTitleText: '模式' });
