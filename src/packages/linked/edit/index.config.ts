export default definePageConfig({
  navigationBarTitleText: '公开募捐',
});
