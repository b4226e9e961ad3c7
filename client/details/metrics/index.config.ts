export default definePageConfig({ navigationBarTitleText: '指标释义' });
