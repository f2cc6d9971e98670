export default definePageConfig({
  navigationBarTitleText: '转到群里',
  enableShareAppMessage: true,
});
