export default definePageConfig({
  navigationBarTitleText: '我出过的',
  enablePullDownRefresh: true,
});
