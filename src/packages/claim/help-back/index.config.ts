export default definePageConfig({
  navigationBarTitleText: '搭把手',
});
