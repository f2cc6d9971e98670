import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measureWeapp } from '../../bench/weapp-size';

/** What WeChat downloads before anybody sees anything; the limits are the project's own, well under WeChat's 2 MB. */
const MAIN_LIMIT_BYTES = 900 * 1024;
const SUB_LIMIT_BYTES = 300 * 1024;
const ICON_LIMIT_BYTES = 40 * 1024;
const DIST = join(__dirname, '../../dist/weapp');

describe('the built mini-program', () => {
  const sizes = measureWeapp(DIST);

  test('the main package is at most 900 KB', () => {
    expect(sizes.mainBytes).toBeGreaterThan(0);
    expect(sizes.mainBytes).toBeLessThanOrEqual(MAIN_LIMIT_BYTES);
  });

  test('every sub-package is at most 300 KB', () => {
    expect(sizes.subPackages.length).toBeGreaterThan(0);
    expect(sizes.subPackages.filter((sub) => sub.bytes > SUB_LIMIT_BYTES)).toEqual([]);
  });

  test('tab-bar icons exist and stay under what WeChat takes', () => {
    const app = JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as { tabBar: { list: readonly { iconPath: string; selectedIconPath: string }[] } };
    for (const tab of app.tabBar.list) {
      for (const icon of [tab.iconPath, tab.selectedIconPath]) {
        expect(existsSync(join(DIST, icon))).toBe(true);
        expect(statSync(join(DIST, icon)).size).toBeLessThanOrEqual(ICON_LIMIT_BYTES);
      }
    }
  });

  test('each cloud function is one bundled file with its declarations', () => {
    const functions = join(__dirname, '../../dist/cloudfunctions');
    const names = readdirSync(functions).filter((name) => statSync(join(functions, name)).isDirectory());
    expect([...names].sort()).toEqual(['api', 'events', 'jobs', 'matching', 'payment']);
    for (const name of names) expect([...readdirSync(join(functions, name))].sort()).toEqual(['config.json', 'index.js', 'package.json']);
  });
});
