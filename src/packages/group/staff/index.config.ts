export default definePageConfig({
  navigationBarTitleText: '社区里的群',
  enablePullDownRefresh: true,
});
