export default definePageConfig({
  navigationBarTitleText: '听一段谢谢',
  enablePullDownRefresh: true,
});
