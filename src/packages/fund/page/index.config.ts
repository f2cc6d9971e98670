export default definePageConfig({
  navigationBarTitleText: '社区发展基金',
  enablePullDownRefresh: true,
});
