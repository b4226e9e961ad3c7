export default definePageConfig({ navigationBarTitleText: '编写发展报告' });
