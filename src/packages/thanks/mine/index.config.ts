export default definePageConfig({
  navigationBarTitleText: '谢谢的话',
  enablePullDownRefresh: true,
});
