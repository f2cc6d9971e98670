import { startConformance, type Conformance } from './support/cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
  await cloud.sdk.database().collection('notes').add({ data: Array.from({ length: 5 }, (_, i) => ({ _id: `n${i}`, rank: i, at: new Date(i) })) });
  await cloud.call('probe', { task: 'log', route: 'probe.log' }, 'oReader');
});
afterAll(() => cloud.close());

const get = async (path: string): Promise<{ readonly status: number; readonly type: string | null; readonly text: string }> => {
  const response = await fetch(`${cloud.url}${path}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

describe('the console', () => {
  test('is a page with its script and style', async () => {
    expect(await get('/console')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', text: expect.stringContaining('本地云控制台') as string });
    expect(await get('/console.js')).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8', text: expect.stringContaining('/control/') as string });
    expect(await get('/console.css')).toMatchObject({ status: 200, type: 'text/css; charset=utf-8' });
  });

  test('shows collections with their indexes', async () => {
    const { collections } = (await cloud.control('collections')) as { collections: { name: string; documents: number; indexes: { name: string; unique: boolean }[] }[] };
    expect(collections.map(({ name }) => name)).toEqual(['notes', 'orders', 'people', 'places']);
    expect(collections.find(({ name }) => name === 'notes')?.documents).toBe(5);
    expect(collections.find(({ name }) => name === 'people')?.indexes).toEqual([expect.objectContaining({ name: '_id_' }), expect.objectContaining({ name: 'code', unique: true })]);
  });

  test('shows documents a page at a time, and one by its id', async () => {
    const first = await cloud.control('documents?collection=notes&limit=2');
    expect(first).toMatchObject({ documents: [{ _id: 'n0' }, { _id: 'n1' }], next: 2 });
    const last = await cloud.control('documents?collection=notes&limit=2&skip=4');
    expect(last).toMatchObject({ documents: [{ _id: 'n4', rank: 4, at: { $date: { $numberLong: '4' } } }] });
    expect(last).not.toHaveProperty('next');
    expect(await cloud.control('documents?collection=notes&id=n3')).toMatchObject({ documents: [{ _id: 'n3' }] });
    expect(await cloud.control('documents?collection=notes&id=none')).toMatchObject({ documents: [] });
  });

  test('refuses a collection that is not there', async () => {
    const { status, text } = await get('/control/documents?collection=nothing');
    expect(status).toBe(400);
    expect(text).toContain('no collection nothing');
  });

  test('shows what ran, with its logs', async () => {
    const { meters } = (await cloud.control('meters?last=1')) as { meters: object[] };
    expect(meters).toEqual([expect.objectContaining({ function: 'probe', route: 'probe.log', openid: 'oReader', startedAtMs: expect.any(Number) as number, logs: expect.arrayContaining([expect.objectContaining({ text: 'plain' })]) as unknown[] })]);
  });
});
