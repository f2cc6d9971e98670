export default definePageConfig({
  navigationBarTitleText: '出一笔配捐',
  enablePullDownRefresh: true,
});
