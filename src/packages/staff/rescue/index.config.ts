export default definePageConfig({
  navigationBarTitleText: '没人接，想想办法',
  enablePullDownRefresh: true,
});
