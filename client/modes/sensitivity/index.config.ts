export default definePageConfig({ navigationBarTitleText: '建议稳不稳' });
