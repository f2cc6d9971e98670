export default definePageConfig({
  navigationBarTitleText: '邻愿',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
