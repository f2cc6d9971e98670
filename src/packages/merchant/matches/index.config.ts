export default definePageConfig({
  navigationBarTitleText: '我的配捐',
  enablePullDownRefresh: true,
});
