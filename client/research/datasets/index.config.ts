export default definePageConfig({ navigationBarTitleText: '研究数据' });
