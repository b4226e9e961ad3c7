export default definePageConfig({ navigationBarTitleText: '如果改变条件' });
