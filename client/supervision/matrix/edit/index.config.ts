export default definePageConfig({ navigationBarTitleText: '菜单与链接' });
