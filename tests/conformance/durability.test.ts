import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalCloud, withRealSdk } from '../../devtools/local-cloud';
import { COLLECTIONS } from './support/cloud';
import { killed, newFolder, startCli } from './support/command-line-cloud';

describe('what was acknowledged survives kill -9', () => {
  test('documents, transactions as a whole, files and the clock', async () => {
    const folder = newFolder();
    const first = await startCli(folder);
    const sdk = withRealSdk(first.url);
    const database = sdk.database({ throwOnNotFound: false });
    await fetch(`${first.url}/control/clock`, { method: 'POST', body: JSON.stringify({ set: '2028-01-01T00:00:00Z' }) });
    const { fileID } = await sdk.uploadFile({ cloudPath: 'kept/a.txt', fileContent: Buffer.from('kept') });
    const acknowledged = new Set<string>();
    const pairs = new Set<string>();
    let alive = true;
    const write = async (lane: number): Promise<void> => {
      for (let i = 0; alive; i += 1) {
        const id = `w${lane}-${i}`;
        try {
          if (i % 5 === 4) {
            await database.runTransaction(async (transaction) => {
              await transaction.collection('settings').add({ data: { _id: `${id}-left` } });
              await transaction.collection('leases').add({ data: { _id: `${id}-right` } });
            });
            pairs.add(id);
          } else {
            await database.collection('settings').add({ data: { _id: id, lane, i } });
            acknowledged.add(id);
          }
        } catch {
          return;
        }
      }
    };
    const writers = Array.from({ length: 6 }, (_, lane) => write(lane));
    while (acknowledged.size < 80 || pairs.size < 8) await new Promise((resolve) => setTimeout(resolve, 20));
    await killed(first.child);
    alive = false;
    await Promise.all(writers);
    const second = await startLocalCloud({ data: folder });
    try {
      const { documents } = second.cloud.store.get('settings');
      const rights = second.cloud.store.get('leases').documents;
      expect([...acknowledged].filter((id) => !documents.has(id))).toEqual([]);
      expect([...pairs].filter((id) => !documents.has(`${id}-left`) || !rights.has(`${id}-right`))).toEqual([]);
      const lefts = [...documents.keys()].filter((id) => String(id).endsWith('-left')).length;
      // The timer of the program keeps its own lease beside ours.
      const rightIds = [...rights.keys()].filter((id) => String(id).endsWith('-right'));
      expect([...rights.keys()].filter((id) => !rightIds.includes(id)).map(String)).toEqual(expect.not.arrayContaining([expect.stringMatching(/^w/)]));
      expect(lefts).toBe(rightIds.length);
      const again = withRealSdk(second.url);
      expect((await again.downloadFile({ fileID })).fileContent.toString()).toBe('kept');
      expect(Math.abs(second.cloud.clock.nowMs() - Date.parse('2028-01-01T00:00:00Z'))).toBeLessThan(60_000);
    } finally {
      await second.close();
    }
  });

  test('a torn last line is cut off, what stands before it is kept', async () => {
    const folder = newFolder();
    const first = await startLocalCloud({ data: folder });
    await withRealSdk(first.url).database().collection('settings').add({ data: { _id: 'whole', at: new Date(5) } });
    await first.close();
    appendFileSync(join(folder, 'journal.jsonl'), '{"put":[["settings","torn",{"_id":"to');
    const second = await startLocalCloud({ data: folder });
    await withRealSdk(second.url).database().collection('settings').add({ data: { _id: 'next' } });
    await second.close();
    const third = await startLocalCloud({ data: folder });
    try {
      const { documents } = third.cloud.store.get('settings');
      expect([...documents.keys()].sort()).toEqual(['next', 'whole']);
      expect(documents.get('whole')).toEqual({ _id: 'whole', at: new Date(5) });
    } finally {
      await third.close();
    }
  });

  test('a folder belongs to one process', async () => {
    const folder = newFolder();
    const first = await startCli(folder);
    await expect(startLocalCloud({ data: folder })).rejects.toThrow('is in use by process');
    await killed(first.child);
    const second = await startLocalCloud({ data: folder });
    await second.close();
  });
});

/** A hundred thousand documents; in the long lane a million, which also take longer than the journal is read at once. */
const STORED = process.env.LINYUAN_LONG === '1' ? 1_000_000 : 100_000;

function writeJournal(folder: string): void {
  const put = (i: number): string => {
    const document = { _id: `n${i}`, kind: `k${i % 997}`, rank: i, tags: ['a', `t${i % 10}`], title: '有人认领了您的心愿', body: 'x'.repeat(120) };
    return `${JSON.stringify({ put: [['notes', document._id, document]] })}\n`;
  };
  const path = join(folder, 'journal.jsonl');
  writeFileSync(path, '{"create":"notes"}\n');
  for (let from = 0; from < STORED; from += 10_000) appendFileSync(path, Array.from({ length: 10_000 }, (_, i) => put(from + i)).join(''));
  appendFileSync(path, '{"keep":"seeded","value":"empty"}\n');
}

test('very many documents start within seconds and are found through an index', async () => {
  const folder = newFolder();
  writeJournal(folder);
  const before = process.cpuUsage();
  const cloud = await startLocalCloud({ data: folder, collections: COLLECTIONS });
  try {
    // Processor time, so that a busy machine does not decide the test (`npm run bench` measures the wall clock).
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan((STORED / 100_000) * 6);
    const notes = withRealSdk(cloud.url).database().collection('notes');
    const lastOfKind = STORED - 1 - ((STORED - 1 - 7) % 997);
    const ranked = await notes.where({ kind: 'k7' }).orderBy('rank', 'desc').limit(3).get();
    expect(ranked.data.map(({ rank }) => rank)).toEqual([lastOfKind, lastOfKind - 997, lastOfKind - 2 * 997]);
    expect((await notes.where({ tags: 't3' }).limit(2).get()).data).toHaveLength(2);
    await notes.add({ data: { _id: 'late', kind: 'k7', rank: STORED } });
    expect((await notes.where({ kind: 'k7' }).orderBy('rank', 'desc').limit(1).get()).data[0]?._id).toBe('late');
    console.log(`${STORED} documents: start ${((user + system) / 1e6).toFixed(1)} s of processor time, heap with two indexes ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB`);
  } finally {
    await cloud.close();
  }
});
