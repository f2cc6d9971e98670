export default definePageConfig({
  navigationBarTitleText: '驿站到货',
  enablePullDownRefresh: true,
});
