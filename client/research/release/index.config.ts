export default definePageConfig({ navigationBarTitleText: '发布详情' });
