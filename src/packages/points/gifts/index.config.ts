export default definePageConfig({
  navigationBarTitleText: '换礼物',
  enablePullDownRefresh: true,
});
