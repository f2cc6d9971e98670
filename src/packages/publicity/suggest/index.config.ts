export default definePageConfig({
  navigationBarTitleText: '说一位要帮的邻居',
});
