export default definePageConfig({
  navigationBarTitleText: '我出的一份',
  enablePullDownRefresh: true,
});
