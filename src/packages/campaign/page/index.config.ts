export default definePageConfig({
  navigationBarTitleText: '社区互助',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
