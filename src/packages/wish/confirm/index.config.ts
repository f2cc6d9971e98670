export default definePageConfig({
  navigationBarTitleText: '说一声，打个分',
});
