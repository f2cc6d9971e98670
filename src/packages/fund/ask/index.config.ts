export default definePageConfig({
  navigationBarTitleText: '提一笔用款',
});
