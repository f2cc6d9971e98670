export default definePageConfig({
  navigationBarTitleText: '基金项目',
  enablePullDownRefresh: true,
});
