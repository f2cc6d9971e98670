import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Proves that the rules bite: each case crosses one layer in a copy of the tree's outline, and the check must say so by name. */
const ROOT = join(__dirname, '../..');

const cruise = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'linyuan-directions-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))];
    const result = spawnSync(join(ROOT, 'node_modules/.bin/depcruise'), ['--config', '.dependency-cruiser.cjs', ...folders], { cwd: folder, encoding: 'utf8' });
    return result.stdout + result.stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const crossings: readonly (readonly [rule: string, files: Readonly<Record<string, string>>])[] = [
  ['app-not-server', { 'src/lib/a.ts': "import { b } from '../../cloudfunctions/core/wish/b';\nexport const a = b;\n", 'cloudfunctions/core/wish/b.ts': 'export const b = 1;\n' }],
  ['server-not-app', { 'cloudfunctions/core/wish/b.ts': "import { a } from '../../../src/lib/a';\nexport const b = a;\n", 'src/lib/a.ts': 'export const a = 1;\n' }],
  ['features-apart', { 'src/features/wish/a.ts': "import { b } from '../points/b';\nexport const a = b;\n", 'src/features/points/b.ts': 'export const b = 1;\n' }],
  ['components-plain', { 'src/components/a.ts': "import { b } from '../features/wish/b';\nexport const a = b;\n", 'src/features/wish/b.ts': 'export const b = 1;\n' }],
  ['sdk-only-in-platform', { 'cloudfunctions/core/wish/a.repository.ts': "import cloud from 'wx-server-sdk';\nexport const a = cloud;\n" }],
  ['kernel-pure', { 'cloudfunctions/core/kernel/a.ts': "import { b } from '../wish/b';\nexport const a = b;\n", 'cloudfunctions/core/wish/b.ts': 'export const b = 1;\n' }],
  ['domain-pure', { 'cloudfunctions/core/wish/claim-wish.ts': "import { store } from '../platform/store';\nexport const a = store;\n", 'cloudfunctions/core/platform/store.ts': 'export const store = 1;\n' }],
  ['platform-below', { 'cloudfunctions/core/platform/a.ts': "import { b } from '../wish/b';\nexport const a = b;\n", 'cloudfunctions/core/wish/b.ts': 'export const b = 1;\n' }],
  ['no-circular', { 'src/lib/a.ts': "import { b } from './b';\nexport const a = (): unknown => b;\n", 'src/lib/b.ts': "import { a } from './a';\nexport const b = (): unknown => a;\n" }],
];

const importing = (path: string): string => `import { b } from '${path}';\nexport const a = b;\n`;
const EXPORTING = 'export const b = 1;\n';

/** Every way from one lane into another, and from lane A to money: who, to what, against which rule. */
const LANE_CROSSINGS: readonly (readonly [from: string, to: string, path: string, rule: string])[] = [
  ['cloudfunctions/core/linked/gives.use-case.ts', 'cloudfunctions/core/contribution/b.ts', '../contribution/b', 'linked-takes-no-money'],
  ['cloudfunctions/core/linked/spends.ts', 'cloudfunctions/core/spending/b.ts', '../spending/b', 'linked-takes-no-money'],
  ['cloudfunctions/core/linked/books.use-case.ts', 'cloudfunctions/core/ledger/b.ts', '../ledger/b', 'linked-takes-no-money'],
  ['cloudfunctions/core/linked/pays.use-case.ts', 'cloudfunctions/core/platform/pay.ts', '../platform/pay', 'linked-takes-no-money'],
  ['src/features/linked/pays.ts', 'src/lib/pay.ts', '../../lib/pay', 'linked-takes-no-money'],
  ['src/packages/linked/page/index.ts', 'src/lib/pay.ts', '../../../lib/pay', 'linked-takes-no-money'],
  ['types/contract/linked.contract.ts', 'types/contract/contribution.contract.ts', './contribution.contract', 'linked-takes-no-money'],
  ['cloudfunctions/core/linked/mutual.ts', 'cloudfunctions/core/mutual/b.ts', '../mutual/b', 'lanes-apart'],
  ['cloudfunctions/core/mutual/directed.ts', 'cloudfunctions/core/directed/b.ts', '../directed/b', 'lanes-apart'],
  ['cloudfunctions/core/directed/linked.ts', 'cloudfunctions/core/linked/b.ts', '../linked/b', 'lanes-apart'],
  ['types/contract/directed.contract.ts', 'types/contract/mutual.contract.ts', './mutual.contract', 'lane-contracts-apart'],
];

describe('the direction of dependencies', () => {
  test.each(crossings)('crossing %s is refused by name', (rule, files) => {
    expect(cruise(files)).toContain(rule);
  });

  test('three lanes, never mixed, and no way from lane A to money', () => {
    const outline = Object.fromEntries([...LANE_CROSSINGS.map(([, to]) => [to, EXPORTING] as const), ...LANE_CROSSINGS.map(([from, , path]) => [from, importing(path)] as const)]);
    const lines = cruise(outline).split('\n');
    for (const [from, to, , rule] of LANE_CROSSINGS) expect({ from, to, isRefused: lines.some((line) => [rule, from, to].every((word) => line.includes(word))) }).toEqual({ from, to, isRefused: true });
  });

  test('a tree that keeps the directions passes', () => {
    const output = cruise({
      'cloudfunctions/core/wish/claim-wish.ts': "import { b } from '../kernel/b';\nexport const a = b;\n",
      'cloudfunctions/core/wish/claim-wish.use-case.ts': "import { a } from './claim-wish';\nimport { store } from '../platform/store';\nexport const c = [a, store];\n",
      'cloudfunctions/core/kernel/b.ts': 'export const b = 1;\n',
      // A lane stands on its ground and, but for lane A, on what moves money.
      'cloudfunctions/core/linked/a.use-case.ts': "import { g } from '../lane/g';\nimport { l } from './l';\nexport const a = [g, l];\n",
      'cloudfunctions/core/linked/l.ts': 'export const l = 1;\n',
      'cloudfunctions/core/mutual/m.use-case.ts': "import { g } from '../lane/g';\nimport { p } from '../contribution/p';\nexport const m = [g, p];\n",
      'cloudfunctions/core/lane/g.ts': 'export const g = 1;\n',
      'cloudfunctions/core/contribution/p.ts': 'export const p = 1;\n',
      'cloudfunctions/core/platform/store.ts': 'export const store = 1;\n',
    });
    expect(output).toContain('no dependency violations');
  });
});
