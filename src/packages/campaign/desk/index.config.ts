export default definePageConfig({
  navigationBarTitleText: '现金和退款',
  enablePullDownRefresh: true,
});
