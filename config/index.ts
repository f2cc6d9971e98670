import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import type { UserConfigExport } from '@tarojs/cli';

const root = path.resolve(__dirname, '..');

/** The two outputs never share a folder: a build cleans its own and leaves the other alone. */
function outputRoot(): string {
  return process.env.TARO_ENV === 'h5' ? 'dist/h5' : 'dist/weapp';
}

/**
 * Packages published as ES2020 or later. WeChat's older web views run ES5 with helpers, so they pass through
 * babel like our own code; `types/` is ours and TypeScript, but lies outside `src/`, which Taro would skip.
 */
const compiled: Array<string | ((file: string) => boolean)> = [
  path.join(root, 'types'),
  (file) => /node_modules[\\/](valibot|zustand|@tanstack)[\\/]/.test(file),
];

/**
 * One CSS pixel stays one CSS pixel. The mock-ups are drawn at 390 wide, type and touch targets must not shrink on a
 * 320 phone, and NutUI's own CSS is drawn at 375, so nothing is gained by rpx. Taro's pxtransform is therefore off for
 * both outputs and the page adapts by flexible boxes. `designWidth` still matters for `Taro.pxTransform`, which NutUI
 * calls for a few inline sizes: 375 in NutUI's files gives the sizes its authors drew.
 */
const postcss = {
  pxtransform: { enable: false, config: {} },
  cssModules: { enable: false },
};

const config: UserConfigExport<'webpack5'> = {
  projectName: 'linyuan',
  date: '2026-11-20',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot: 'src',
  outputRoot: outputRoot(),
  designWidth: (input) => {
    const file = typeof input === 'object' ? input.file : '';
    return file?.includes('@nutui') ? 375 : 390;
  },
  deviceRatio: { 375: 2, 390: 750 / 390, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  alias: {
    '@': path.join(root, 'src'),
    '@contract': path.join(root, 'types/contract'),
  },
  plugins: [path.join(root, 'config/aria-plugin.ts')],
  cache: { enable: true, buildDependencies: { config: [__filename, ...['aria-plugin.ts', 'aria-components.json'].map((name) => path.join(__dirname, name))] } },
  logger: { quiet: true, stats: false },
  // What WeChat shows on a shared card instead of a picture of the page.
  copy: { patterns: [{ from: 'src/assets/share/', to: `${outputRoot()}/assets/share/` }], options: {} },
  defineConstants: {},
  // The preview runs in today's browsers: half the work of a build. WeChat's web views want ES5, which esbuild can't write.
  ...(process.env.TARO_ENV === 'h5' ? { jsMinimizer: 'esbuild', esbuild: { minify: { enable: true, config: { target: 'es2017' } } } } : {}),
  mini: {
    postcss,
    compile: { include: compiled },
    // What only a sub-package uses is put into that sub-package, so that the main package stays small.
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain) {
      // WeChat's logic layer has no AbortController and may have no globalThis; libraries say both by their bare names.
      chain.plugin('logicLayerGlobals').use(require.resolve('webpack/lib/ProvidePlugin'), [
        {
          AbortController: [path.join(root, 'src/lib/abort-controller.ts'), 'AbortController'],
          globalThis: [path.join(root, 'src/lib/global-object.ts'), 'globalObject'],
        },
      ]);
    },
  },
  h5: {
    // Relative, so that the same files can be served at / or under /h5/.
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    esnextModules: ['@nutui'],
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    compile: { include: compiled },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain(chain) {
      // One file for what several pages share, instead of a copy in each page's own file.
      chain.merge({
        optimization: {
          splitChunks: { cacheGroups: { shared: { name: 'shared', chunks: 'async', minChunks: 2, minSize: 0, priority: 5 } } },
        },
      });
    },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
  },
};

export default defineConfig(config);
