export default definePageConfig({ navigationBarTitleText: '地域覆盖' });
