export default definePageConfig({
  navigationBarTitleText: '谁能帮上',
  enablePullDownRefresh: true,
});
