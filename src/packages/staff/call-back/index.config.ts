export default definePageConfig({
  navigationBarTitleText: '评价回访',
  enablePullDownRefresh: true,
});
