export default definePageConfig({
  navigationBarTitleText: '这一班的时长',
  enablePullDownRefresh: true,
});
