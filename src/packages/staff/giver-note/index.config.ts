export default definePageConfig({
  navigationBarTitleText: '送的人留的话',
  enablePullDownRefresh: true,
});
