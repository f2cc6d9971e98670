export default definePageConfig({
  navigationBarTitleText: '绑定一个群',
});
