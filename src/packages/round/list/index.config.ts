export default definePageConfig({
  navigationBarTitleText: '爱心认领',
  enablePullDownRefresh: true,
});
