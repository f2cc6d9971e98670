export default definePageConfig({
  navigationBarTitleText: '大家说的',
  enablePullDownRefresh: true,
});
