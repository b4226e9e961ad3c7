export default definePageConfig({ navigationBarTitleText: '日常监测' });
