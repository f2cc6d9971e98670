export default definePageConfig({
  navigationBarTitleText: '众筹开通',
  enablePullDownRefresh: true,
});
