export default definePageConfig({
  navigationBarTitleText: '缺口',
  enablePullDownRefresh: true,
});
