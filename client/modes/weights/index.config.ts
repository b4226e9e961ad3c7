export default definePageConfig({ navigationBarTitleText: '我看重什么' });
