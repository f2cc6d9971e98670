import type { BuildState } from './builds';

const NAMES = { h5: '网页预览', weapp: '小程序' } as const;

const escape = (text: string): string => text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);

/** What a phone shows while its app is being built, or why it cannot be. */
export function waitingPage(platform: 'h5' | 'weapp', state: BuildState): string {
  const isFailed = state.kind === 'failed';
  const title = isFailed ? `${NAMES[platform]}没有编译成功` : `正在准备${NAMES[platform]}`;
  const text = isFailed ? '改好以后重新运行 npm start。出错的地方：' : '第一次要半分钟左右，好了会自己打开。';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${isFailed ? '' : '<meta http-equiv="refresh" content="2">'}
<style>body{margin:0;min-height:100vh;box-sizing:border-box;padding:120px 28px 28px;background:#FBF6EE;color:#2A211B;font:16px/1.6 "PingFang SC","Noto Sans CJK SC","Noto Sans SC",sans-serif;text-align:center}
h1{font-size:20px;margin:16px 0 4px}p{margin:0;color:#5F544A}pre{margin-top:20px;padding:14px;border-radius:14px;background:#F4EDE2;text-align:left;font:12px/1.5 monospace;white-space:pre-wrap;overflow-wrap:anywhere}
i{display:inline-block;width:44px;height:36px;border:3px solid #E65F2C;border-radius:48% 48% 46% 46%;overflow:hidden;position:relative}i::after{content:"";position:absolute;inset:50% 0 0;background:#E65F2C}</style>
<i></i><h1>${title}</h1><p>${text}</p>${isFailed ? `<pre>${escape(state.message)}</pre>` : ''}</html>`;
}
