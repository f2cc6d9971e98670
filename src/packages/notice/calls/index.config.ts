export default definePageConfig({
  navigationBarTitleText: '打电话提醒',
  enablePullDownRefresh: true,
});
