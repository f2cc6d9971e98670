import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CAST, NEWCOMER } from '../demo/community/cast';
import { bundlePage } from '../page-kit/bundle-page';
import { nextMondayIso } from '../page-kit/china-time';
import { ROUTES } from './page/guide';
import { SHORTCUTS } from './page/shortcuts';
import { PARTS, root } from './stale';
import { waitingPage } from './waiting-page';

const SCENES = ROUTES.flatMap(({ steps }) => steps.flatMap(({ scenes }) => scenes));

describe('the preview page', () => {
  it('bundles for a browser', async () => {
    const { html, script, style } = await bundlePage(path.join(__dirname, 'page'));
    expect(html).toContain('/preview.js');
    expect(script).toContain('服务通知');
    expect(style).toContain('--accent');
  });

  it('opens only pages that the mini-program has', () => {
    const known = readFileSync(path.join(root, 'src/lib/pages.ts'), 'utf8');
    const opened = [...SHORTCUTS.map(({ page }) => page), ...SCENES.map(({ page }) => page), 'packages/merchant/index/index'];
    expect(opened.filter((page) => !known.includes(`'/${page}'`))).toEqual([]);
  });

  it('guides with people who are there', () => {
    const openids = new Set<string>([...CAST, NEWCOMER].map(({ openid }) => openid));
    expect(SCENES.filter(({ openid }) => !openids.has(openid))).toEqual([]);
    expect(ROUTES.map(({ steps }) => steps.length)).toEqual([6, 4]);
  });

  it('finds the next Monday, also from a Monday and across UTC midnight', () => {
    expect(nextMondayIso(Date.parse('2026-11-20T09:41:00+08:00'))).toBe('2026-11-23T09:00:00+08:00');
    expect(nextMondayIso(Date.parse('2026-11-23T00:30:00+08:00'))).toBe('2026-11-30T09:00:00+08:00');
    expect(nextMondayIso(Date.parse('2026-11-22T23:30:00+08:00'))).toBe('2026-11-23T09:00:00+08:00');
  });
});

describe('what npm start builds', () => {
  it('watches sources that exist', () => {
    const sources = Object.values(PARTS).flatMap((part) => [...part.sources]);
    expect(sources.filter((source) => !existsSync(path.join(root, source)))).toEqual([]);
  });

  it('shows a failure as text, never as markup', () => {
    expect(waitingPage('h5', { kind: 'failed', message: 'src/app.tsx: <App> & more' })).toContain('&lt;App&gt; &amp; more');
    expect(waitingPage('weapp', { kind: 'building' })).toContain('http-equiv="refresh"');
  });
});
