export default definePageConfig({
  navigationBarTitleText: '加入爱心商户',
});
