export default definePageConfig({
  navigationBarTitleText: '申请基金',
});
