export default definePageConfig({
  navigationBarTitleText: '我能提供的',
  enablePullDownRefresh: true,
});
