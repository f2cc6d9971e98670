export default definePageConfig({
  navigationBarTitleText: '一条时长',
  enablePullDownRefresh: true,
});
