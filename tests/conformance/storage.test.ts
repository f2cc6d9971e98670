import { startConformance, type Conformance } from './support/cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
});
afterAll(() => cloud.close());

const upload = (path: string, text = 'hello') => cloud.sdk.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) });
const put = (path: string, openid: string, body = 'bytes') =>
  fetch(`${cloud.url}/storage/${path}`, { method: 'PUT', headers: { 'x-openid': openid, 'content-type': 'image/png' }, body });

async function linkOf(fileID: string, maxAge = 60): Promise<{ status: number; tempFileURL: string }> {
  const [file] = (await cloud.sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList;
  if (file === undefined) throw new Error('no answer for the file');
  return file;
}

describe('storage through the SDK', () => {
  test('uploads, links, downloads and deletes, also names in Chinese', async () => {
    const { fileID } = await upload('p/图 1.txt');
    expect(fileID).toMatch(/^cloud:\/\/linyuan-local\..+\/p\/图 1\.txt$/);
    expect((await cloud.sdk.downloadFile({ fileID })).fileContent.toString()).toBe('hello');
    expect((await cloud.sdk.deleteFile({ fileList: [fileID] })).fileList[0]).toMatchObject({ status: 0 });
    expect(await linkOf(fileID)).toMatchObject({ status: -503003 });
    expect((await cloud.sdk.deleteFile({ fileList: [fileID] })).fileList[0]).toMatchObject({ status: -503003 });
  });

  test('links end with program time, and cannot be forged', async () => {
    const { fileID } = await upload('p/b.txt');
    const { tempFileURL } = await linkOf(fileID, 60);
    expect(await (await fetch(tempFileURL)).text()).toBe('hello');
    expect((await fetch(tempFileURL.replace(/sign=./, 'sign=0').replace(/t=\d+/, 't=9999999999999'))).status).toBe(403);
    expect((await fetch(`${cloud.url}/storage/p/b.txt`)).status).toBe(403);
    await cloud.control('clock', { advanceMs: 61_000 });
    expect((await fetch(tempFileURL)).status).toBe(403);
  });
});

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
