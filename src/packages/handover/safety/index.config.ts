export default definePageConfig({
  navigationBarTitleText: '有安全问题',
  enablePullDownRefresh: true,
});
