export default definePageConfig({
  navigationBarTitleText: '互相确认',
  enablePullDownRefresh: true,
});
