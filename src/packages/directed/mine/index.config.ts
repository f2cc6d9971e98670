export default definePageConfig({
  navigationBarTitleText: '我的定向赠与',
  enablePullDownRefresh: true,
});
