export default definePageConfig({ navigationBarTitleText: '发布研究数据' });
