export default definePageConfig({
  navigationBarTitleText: '等人来取的礼物',
  enablePullDownRefresh: true,
});
