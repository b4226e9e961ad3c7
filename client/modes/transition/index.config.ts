export default definePageConfig({ navigationBarTitleText: '怎样过渡' });
