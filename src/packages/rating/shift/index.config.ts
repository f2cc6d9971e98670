export default definePageConfig({
  navigationBarTitleText: '别人怎么评我的帮忙',
  enablePullDownRefresh: true,
});
