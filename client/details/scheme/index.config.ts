export default definePageConfig({ navigationBarTitleText: '指数方案' });
