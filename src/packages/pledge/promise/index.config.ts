export default definePageConfig({
  navigationBarTitleText: '出一份',
  enablePullDownRefresh: true,
});
