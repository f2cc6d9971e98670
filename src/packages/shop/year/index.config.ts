export default definePageConfig({
  navigationBarTitleText: '年度爱心卡',
  enablePullDownRefresh: true,
});
