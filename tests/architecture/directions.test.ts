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

describe('the direction of dependencies', () => {
  test.each(crossings)('crossing %s is refused by name', (rule, files) => {
    expect(cruise(files)).toContain(rule);
  });

  test('a tree that keeps the directions passes', () => {
    const output = cruise({
      'cloudfunctions/core/wish/claim-wish.ts': "import { b } from '../kernel/b';\nexport const a = b;\n",
      'cloudfunctions/core/wish/claim-wish.use-case.ts': "import { a } from './claim-wish';\nimport { store } from '../platform/store';\nexport const c = [a, store];\n",
      'cloudfunctions/core/kernel/b.ts': 'export const b = 1;\n',
      'cloudfunctions/core/platform/store.ts': 'export const store = 1;\n',
    });
    expect(output).toContain('no dependency violations');
  });
});
