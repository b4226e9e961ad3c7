export default definePageConfig({ navigationBarTitleText: '自报数据' });
