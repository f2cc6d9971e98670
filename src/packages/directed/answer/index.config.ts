export default definePageConfig({
  navigationBarTitleText: '接下这一份',
});
