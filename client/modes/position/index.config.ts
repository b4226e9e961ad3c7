export default definePageConfig({ navigationBarTitleText: '定位与菜单' });
