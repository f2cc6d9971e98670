export default definePageConfig({
  navigationBarTitleText: '记一笔现金',
});
