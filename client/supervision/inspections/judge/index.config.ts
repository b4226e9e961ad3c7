export default definePageConfig({ navigationBarTitleText: '逐项判定' });
