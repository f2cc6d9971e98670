export default definePageConfig({
  navigationBarTitleText: '身份管理',
  enablePullDownRefresh: true,
});
