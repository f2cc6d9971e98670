import { SHARE_ITEM_KINDS, type ShareItemKind } from '@contract';
import { sightOf, type ThingRow } from './thing-kinds';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const LATER_MS = NOW_MS + 3_600_000;
const facts = { title: '净水器', story: '', charityName: '云溪区慈善会', certificateNo: '53', filingNo: '53A', platform: 'tencent', link: { kind: 'web', url: 'https://gongyi.example.org/' }, endsAtMs: LATER_MS } as const;
/** Everything of a document that might be there, so that what a kind doesn't tell is seen not to be told. */
const row: ThingRow = {
  _id: 'x_1', areaIds: ['d'], title: '题目', areaName: '青枫街道', communityName: '青枫社区', pictureKey: 'rice', wallState: 'claimable', errandFor: null, sharesWanted: 6, sharesLeft: 2, sharesHeld: 2, sharesDelivered: 2,
  shareNote: '一袋米', windowEndMs: LATER_MS, audience: 'everybody', startsAtMs: NOW_MS, endsAtMs: LATER_MS, capacity: 9, seatsLeft: 3, theme: '过冬', wishIds: [], facts,
};
const standing = (kind: ShareItemKind, change: Partial<ThingRow>, nowMs = NOW_MS) => sightOf(kind, 'x_1', { ...row, ...change }, nowMs).standing;

describe('how a thing stands for whoever comes by its card', () => {
  test('nothing is told of one that is gone', () => {
    for (const kind of SHARE_ITEM_KINDS) expect(sightOf(kind, 'x_1', null, NOW_MS)).toEqual({ itemKind: kind, itemId: 'x_1', standing: 'gone', title: '', placeName: '', pictureKey: null, shares: null, seats: null, fromMs: null, untilMs: null, note: '' });
    expect(sightOf('wish', 'x_1', { ...row, wallState: 'hidden' }, NOW_MS).title).toBe('');
  });

  test('of each kind by its own states and times', () => {
    expect((['claimable', 'taken', 'done', 'hidden'] as const).map((wallState) => standing('wish', { wallState }))).toEqual(['open', 'open', 'over', 'gone']);
    expect(['planned', 'open', 'over', 'confirmed', 'cancelled'].map((state) => standing('shift', { state }))).toEqual(['gone', 'open', 'over', 'over', 'over']);
    expect(['draft', 'open', 'closed', 'cancelled'].map((state) => standing('round', { state }))).toEqual(['gone', 'open', 'over', 'gone']);
    expect(['draft', 'submitted', 'refused', 'open', 'succeeded', 'failed', 'ended'].map((state) => standing('mutual', { state }))).toEqual(['gone', 'gone', 'gone', 'open', 'open', 'over', 'over']);
    expect(['checking', 'refused', 'shown', 'ended'].map((state) => standing('linked', { state }))).toEqual(['gone', 'gone', 'open', 'over']);
    expect(['offered', 'agreed', 'running', 'ended', 'withdrawn'].map((state) => standing('directed', { state }))).toEqual(['gone', 'open', 'open', 'over', 'gone']);
    expect([standing('shift', { state: 'open' }, LATER_MS), standing('round', { state: 'open' }, LATER_MS), standing('linked', { state: 'shown' }, LATER_MS)]).toEqual(['over', 'over', 'over']);
  });

  test('what a team or a carrier alone may see is nothing for a group', () => {
    expect(['teamFirst', 'teamOnly', 'helpTeam'].map((audience) => standing('shift', { state: 'open', audience }))).toEqual(['open', 'gone', 'gone']);
    expect(standing('wish', { errandFor: { wishId: 'w', claimId: 'c' } })).toBe('gone');
  });
});

describe('what outsiders read of it', () => {
  test('of mutual aid and of a directed gift the title, where it is, and no more', () => {
    for (const kind of ['mutual', 'directed'] as const) {
      expect(sightOf(kind, 'x_1', { ...row, state: kind === 'mutual' ? 'open' : 'running' }, NOW_MS)).toMatchObject({ title: '题目', placeName: '青枫社区', shares: null, seats: null, fromMs: null, untilMs: null, note: '' });
    }
  });

  test('of the others what a card needs', () => {
    expect(sightOf('wish', 'x_1', row, NOW_MS)).toMatchObject({ shares: { wanted: 6, left: 2, held: 2, delivered: 2 }, untilMs: LATER_MS, note: '一袋米', pictureKey: 'rice' });
    expect(sightOf('shift', 'x_1', { ...row, state: 'open' }, NOW_MS)).toMatchObject({ seats: { capacity: 9, left: 3 }, fromMs: NOW_MS });
    expect(sightOf('linked', 'x_1', { ...row, state: 'shown' }, NOW_MS)).toMatchObject({ title: '净水器', note: '云溪区慈善会，备案 53A', untilMs: LATER_MS });
  });
});
