export default definePageConfig({
  navigationBarTitleText: '改计划',
});
