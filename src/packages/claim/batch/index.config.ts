export default definePageConfig({
  navigationBarTitleText: '一起认领',
});
