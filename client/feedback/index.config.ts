export default definePageConfig({ navigationBarTitleText: '评价公众号' });
