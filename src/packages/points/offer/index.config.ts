export default definePageConfig({
  navigationBarTitleText: '放礼物',
  enablePullDownRefresh: true,
});
