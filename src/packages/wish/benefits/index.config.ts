export default definePageConfig({
  navigationBarTitleText: '能申请的补贴',
  enablePullDownRefresh: true,
});
