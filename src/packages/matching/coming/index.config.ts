export default definePageConfig({
  navigationBarTitleText: '谁可能来',
  enablePullDownRefresh: true,
});
