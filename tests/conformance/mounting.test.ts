import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalCloud, withRealSdk, type MountedCloud, type SeedSource } from '../../devtools/local-cloud';
import { COLLECTIONS } from './support/cloud';

const seedSource: SeedSource = {
  load: (seed) =>
    Promise.resolve({
      nowIso: '2026-11-20T09:41:00+08:00',
      collections: (seed === 'demo' ? { notes: [{ _id: 'seeded', kind: 'k', rank: 1 }] } : {}) as Record<string, Record<string, unknown>[]>,
      files: [{ path: 'demo/a.txt', bytes: Buffer.from('picture'), contentType: 'text/plain' }],
      people: [{ openid: 'oDemo', name: '林晓', roles: ['居民'], area: '青枫社区' }],
    }),
};

let mounted: MountedCloud;
let outer: Server;
let outerUrl: string;
beforeAll(async () => {
  outer = createServer((request, response) => {
    void mounted.handle(request, response).then((handled) => {
      if (!handled) response.end('the preview itself');
    });
  });
  await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
  outerUrl = `http://127.0.0.1:${(outer.address() as AddressInfo).port}`;
  mounted = createLocalCloud({ collections: COLLECTIONS, seed: 'demo', seedSource, publicUrl: outerUrl });
  await mounted.listen();
});
afterAll(async () => {
  await mounted.close();
  outer.closeAllConnections();
  await new Promise((resolve) => outer.close(resolve));
});

test('another server can carry the cloud on its own port', async () => {
  expect(await (await fetch(`${outerUrl}/`)).text()).toBe('the preview itself');
  expect(await (await fetch(`${outerUrl}/control/people`)).json()).toMatchObject({ people: [{ openid: 'oDemo', name: '林晓' }] });
  expect((await fetch(`${outerUrl}/control/nothing`)).status).toBe(404);
});

test('the seed is there, its clock too, and links lead to the public address', async () => {
  const sdk = withRealSdk(outerUrl);
  expect((await sdk.database().collection('notes').where({ kind: 'k' }).get()).data).toEqual([{ _id: 'seeded', kind: 'k', rank: 1 }]);
  expect(Math.abs(mounted.cloud.clock.nowMs() - Date.parse('2026-11-20T09:41:00+08:00'))).toBeLessThan(60_000);
  const [file] = (await sdk.getTempFileURL({ fileList: [mounted.cloud.storage.fileId('demo/a.txt')] })).fileList;
  expect(file?.tempFileURL.startsWith(`${outerUrl}/storage/demo/a.txt?`)).toBe(true);
  expect(await (await fetch(file?.tempFileURL ?? '')).text()).toBe('picture');
});

test('a reset gives the other seed', async () => {
  await fetch(`${outerUrl}/control/reset`, { method: 'POST', body: JSON.stringify({ seed: 'empty' }) });
  expect(mounted.cloud.store.get('notes').documents.size).toBe(0);
  expect((await fetch(`${outerUrl}/control/reset`, { method: 'POST', body: JSON.stringify({ seed: 'strange' }) })).status).toBe(400);
});
