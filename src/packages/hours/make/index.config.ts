export default definePageConfig({
  navigationBarTitleText: '开一张证明',
});
