export default definePageConfig({ navigationBarTitleText: '方案说明' });
