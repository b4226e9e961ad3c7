export default definePageConfig({ navigationBarTitleText: '本期预测' });
