export default definePageConfig({ navigationBarTitleText: '发布榜单' });
