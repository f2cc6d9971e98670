export default definePageConfig({
  navigationBarTitleText: '适合您的心愿',
  enablePullDownRefresh: true,
});
