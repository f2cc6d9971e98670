export default definePageConfig({
  navigationBarTitleText: '邻居出的',
  enablePullDownRefresh: true,
});
