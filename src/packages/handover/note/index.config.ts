export default definePageConfig({
  navigationBarTitleText: '跟社工说一声',
  enablePullDownRefresh: true,
});
