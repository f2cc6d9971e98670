export default definePageConfig({
  navigationBarTitleText: '补时长',
});
