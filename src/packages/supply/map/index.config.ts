export default definePageConfig({
  navigationBarTitleText: '资源地图',
  enablePullDownRefresh: true,
});
