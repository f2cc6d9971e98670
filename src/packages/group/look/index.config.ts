export default definePageConfig({
  navigationBarTitleText: '邻愿',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
