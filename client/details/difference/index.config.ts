export default definePageConfig({ navigationBarTitleText: '变在哪里' });
