export default definePageConfig({
  navigationBarTitleText: '一起商量',
  enablePullDownRefresh: true,
});
