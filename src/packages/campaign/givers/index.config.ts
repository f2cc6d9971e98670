export default definePageConfig({
  navigationBarTitleText: '出过一份的邻居',
  enablePullDownRefresh: true,
});
