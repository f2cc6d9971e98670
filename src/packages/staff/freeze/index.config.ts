export default definePageConfig({
  navigationBarTitleText: '先放着的积分',
  enablePullDownRefresh: true,
});
