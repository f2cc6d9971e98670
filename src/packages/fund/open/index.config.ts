export default definePageConfig({
  navigationBarTitleText: '开立基金',
});
