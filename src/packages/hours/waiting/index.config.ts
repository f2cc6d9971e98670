export default definePageConfig({
  navigationBarTitleText: '等我确认的',
  enablePullDownRefresh: true,
});
