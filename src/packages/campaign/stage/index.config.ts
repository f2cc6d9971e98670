export default definePageConfig({
  navigationBarTitleText: '开下一段',
});
