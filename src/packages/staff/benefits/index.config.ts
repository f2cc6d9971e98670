export default definePageConfig({
  navigationBarTitleText: '补贴清单',
  enablePullDownRefresh: true,
});
