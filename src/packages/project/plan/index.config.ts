export default definePageConfig({
  navigationBarTitleText: '需求打包',
  enablePullDownRefresh: true,
});
