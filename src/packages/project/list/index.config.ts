export default definePageConfig({
  navigationBarTitleText: '需求项目',
  enablePullDownRefresh: true,
});
