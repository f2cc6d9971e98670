export default definePageConfig({
  navigationBarTitleText: '答复大家',
  enablePullDownRefresh: true,
});
