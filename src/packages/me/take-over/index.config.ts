export default definePageConfig({
  navigationBarTitleText: '接过我的记录',
});
