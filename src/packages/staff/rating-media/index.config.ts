export default definePageConfig({
  navigationBarTitleText: '看评价的照片',
  enablePullDownRefresh: true,
});
