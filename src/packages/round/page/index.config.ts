export default definePageConfig({
  navigationBarTitleText: '这一期',
  enablePullDownRefresh: true,
});
