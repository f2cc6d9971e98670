export default definePageConfig({
  navigationBarTitleText: '定时间',
});
