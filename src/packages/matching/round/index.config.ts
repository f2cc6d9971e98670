export default definePageConfig({
  navigationBarTitleText: '供需配对',
  enablePullDownRefresh: true,
});
