export default definePageConfig({
  navigationBarTitleText: '定哪天送',
});
