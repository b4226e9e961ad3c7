export default definePageConfig({ navigationBarTitleText: '备案与变更' });
