export default definePageConfig({
  navigationBarTitleText: '我出的',
  enablePullDownRefresh: true,
});
