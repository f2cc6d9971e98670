export default definePageConfig({
  navigationBarTitleText: '配捐',
  enablePullDownRefresh: true,
});
