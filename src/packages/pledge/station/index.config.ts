export default definePageConfig({
  navigationBarTitleText: '收东西',
  enablePullDownRefresh: true,
});
