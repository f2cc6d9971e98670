export default definePageConfig({
  navigationBarTitleText: '社区和网格',
});
