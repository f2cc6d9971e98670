export default definePageConfig({
  navigationBarTitleText: '小结',
  enablePullDownRefresh: true,
});
