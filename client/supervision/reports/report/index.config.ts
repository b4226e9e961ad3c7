export default definePageConfig({ navigationBarTitleText: '发展报告' });
