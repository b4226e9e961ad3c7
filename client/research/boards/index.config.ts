export default definePageConfig({ navigationBarTitleText: '公开榜单' });
