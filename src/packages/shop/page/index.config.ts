export default definePageConfig({
  navigationBarTitleText: '商户',
  enablePullDownRefresh: true,
});
