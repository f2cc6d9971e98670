// Taro's own preset; helpers come from @babel/runtime so that they are shared instead of repeated in every file.
module.exports = {
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }],
  ],
};
