export default definePageConfig({
  navigationBarTitleText: '送货清单',
  enablePullDownRefresh: true,
});
