export default definePageConfig({
  navigationBarTitleText: '资源匹配表',
  enablePullDownRefresh: true,
});
