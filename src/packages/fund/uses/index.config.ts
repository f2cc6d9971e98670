export default definePageConfig({
  navigationBarTitleText: '用途表',
  enablePullDownRefresh: true,
});
