export default definePageConfig({ navigationBarTitleText: '分数怎么来的' });
