import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Style that a compiler cannot see: what must never be committed (STYLE.md, CONTRIBUTING.md). */
const ROOT = join(__dirname, '../..');
const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
const code = tracked.filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path) && !path.startsWith('tests/architecture/'));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const having = (pattern: RegExp, paths: readonly string[] = code): readonly string[] => paths.filter((path) => pattern.test(read(path)));

describe('a tidy house', () => {
  test('no promise to do it later, no switched-off check, no skipped test', () => {
    expect(having(/\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)|\b(it|test|describe)\.(only|skip)\b/)).toEqual([]);
  });

  test('file names are kebab-case with dotted roles', () => {
    const odd = code.filter((path) => !path.split('/').every((part) => /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part)));
    expect(odd).toEqual([]);
  });

  test('nothing stands in for the SDK', () => {
    expect(having(/jest\.mock\(['"]wx-server-sdk|useMock/)).toEqual([]);
  });

  test('the client never decides who it is', () => {
    const server = code.filter((path) => path.startsWith('cloudfunctions/'));
    expect(having(/event\.(openid|OPENID|openId)|\.\.\.event\b/, server)).toEqual([]);
  });

  test('the lock file names no host', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
  });

  test('no file of the functions is longer than 400 lines', () => {
    const long = code.filter((path) => read(path).split('\n').length > 400);
    expect(long).toEqual([]);
  });
});
