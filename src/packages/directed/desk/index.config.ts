export default definePageConfig({
  navigationBarTitleText: '定向赠与',
  enablePullDownRefresh: true,
});
