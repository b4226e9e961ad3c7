export default definePageConfig({ navigationBarTitleText: '换版重算' });
