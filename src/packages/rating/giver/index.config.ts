export default definePageConfig({
  navigationBarTitleText: '邻居们怎么看',
  enablePullDownRefresh: true,
});
