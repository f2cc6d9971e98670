export default definePageConfig({
  navigationBarTitleText: '店',
  enablePullDownRefresh: true,
});
