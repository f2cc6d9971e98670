export default definePageConfig({
  navigationBarTitleText: '帮扶小组',
});
