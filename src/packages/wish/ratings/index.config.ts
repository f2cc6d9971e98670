export default definePageConfig({
  navigationBarTitleText: '我评过的',
  enablePullDownRefresh: true,
});
