export default definePageConfig({
  navigationBarTitleText: '好些没有',
  enablePullDownRefresh: true,
});
