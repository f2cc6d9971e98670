import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '../../devtools/local-cloud';
import { startConformance, type Conformance } from './support/cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
});
afterAll(() => cloud.close());

const put = (path: string, openid: string, body = 'bytes') =>
  fetch(`${cloud.url}/storage/${path}`, { method: 'PUT', headers: { 'x-openid': openid, 'content-type': 'image/png' }, body });

async function linkOf(fileID: string, maxAge = 60): Promise<{ status: number; tempFileURL: string }> {
  const [file] = (await cloud.sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList;
  if (file === undefined) throw new Error('no answer for the file');
  return file;
}

describe('storage of a phone', () => {
  test('stores as the person, whom nobody else overwrites', async () => {
    const created = await put('uploads/m1/a.png', 'oAlice');
    const { fileID } = (await created.json()) as { fileID: string };
    const answer = await fetch((await linkOf(fileID)).tempFileURL);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['image/png', 'bytes']);
    expect((await put('uploads/m1/a.png', 'oBob', 'other')).status).toBe(403);
    expect((await put('uploads/m1/a.png', 'oAlice', 'again')).status).toBe(200);
  });

  test('refuses paths that climb and callers without a name', async () => {
    expect((await put('uploads/..%2f..%2fx', 'oAlice')).status).toBe(400);
    expect((await fetch(`${cloud.url}/storage/x.txt`, { method: 'PUT', body: 'x' })).status).toBe(400);
  });
});

describe('pages of other origins', () => {
  test('may call only from this machine', async () => {
    const answer = await fetch(`${cloud.url}/control/clock`, { headers: { origin: 'http://127.0.0.1:5180' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:5180');
    const foreign = await fetch(`${cloud.url}/control/clock`, { headers: { origin: 'https://example.com' } });
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});

describe('a restart', () => {
  test('leaves files and links as they were', async () => {
    const data = mkdtempSync(join(tmpdir(), 'storage-'));
    try {
      const options = { data, collections: [], port: 0 };
      const first = await startLocalCloud(options);
      const own = await fetch(`${first.url}/storage/p/图.txt`, { method: 'PUT', headers: { 'x-openid': 'oAlice' }, body: 'kept' });
      const { fileID } = (await own.json()) as { fileID: string };
      const path = first.cloud.storage.pathOf(fileID) ?? '';
      const link = first.cloud.storage.link('', path);
      await first.kill();
      const second = await startLocalCloud(options);
      const answer = await fetch(`${second.url}${link}`);
      expect([answer.status, await answer.text()]).toEqual([200, 'kept']);
      expect((await fetch(`${second.url}/storage/p/图.txt`, { method: 'PUT', headers: { 'x-openid': 'oBob' }, body: 'mine' })).status).toBe(403);
      await second.close();
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  });
});
