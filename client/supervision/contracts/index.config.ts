export default definePageConfig({ navigationBarTitleText: '委托合同' });
