export default definePageConfig({ navigationBarTitleText: '已开放的榜单' });
