export default definePageConfig({
  navigationBarTitleText: '暂停认领',
});
