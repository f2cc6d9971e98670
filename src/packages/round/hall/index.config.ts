export default definePageConfig({
  navigationBarTitleText: '大屏幕',
  pageOrientation: 'auto',
});
