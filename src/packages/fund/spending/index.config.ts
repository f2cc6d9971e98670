export default definePageConfig({
  navigationBarTitleText: '用款',
  enablePullDownRefresh: true,
});
