export default definePageConfig({
  navigationBarTitleText: '对接表',
  enablePullDownRefresh: true,
});
