export default definePageConfig({
  navigationBarTitleText: '月度感谢页',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
