export default definePageConfig({
  navigationBarTitleText: '能提供的',
  enablePullDownRefresh: true,
});
