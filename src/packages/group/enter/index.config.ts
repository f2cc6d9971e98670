export default definePageConfig({
  navigationBarTitleText: '邻愿',
});
