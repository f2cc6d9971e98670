export default definePageConfig({
  navigationBarTitleText: '有人说不安全',
  enablePullDownRefresh: true,
});
