export default definePageConfig({
  navigationBarTitleText: '收到了吗',
});
