export default definePageConfig({
  navigationBarTitleText: '出一份',
});
