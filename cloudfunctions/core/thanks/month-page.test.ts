import { unwrap } from '../kernel/result';
import type { Member } from '../member/member';
import type { Grant } from '../points/decide-earning';
import { monthPage, monthStartMs, type WallWord } from './month-page';
import { decideOwnName, ownNameView, type OwnName } from './own-name';

const AT_MS = monthStartMs('2026-11') + 1;
const grant = (parts: Partial<Grant>): Grant => ({ kind: 'delivery', quantity: 1, withId: 'm_x', text: '', atMs: AT_MS, points: 5, reason: null, ...parts });
const month = (memberId: string, ...grants: readonly Partial<Grant>[]) => ({ memberId, grants: Object.fromEntries(grants.map((parts, index) => [`t${index}`, grant(parts)])) });
const name = (id: string) => ({ _id: id, name: id.toUpperCase() });
const word = (giver: string, words: string, saidAtMs = AT_MS): WallWord => ({ _id: words, giverIds: [giver], words, saidAtMs });

describe('the monthly page', () => {
  it('names those who helped and want to be named, with one word of the month each and no figure', () => {
    const months = [month('a', {}, {}, {}), month('b', {}), month('c', { kind: 'carefulRating', points: 1 }), month('d', { reason: 'takenBack', points: 0 }), month('e', { reason: 'pairEnded', points: 0 }), month('quiet', {}, {})];
    const words = [word('a', '早一句'), word('a', '晚一句', AT_MS + 5), word('a', '下个月的', monthStartMs('2026-12')), word('quiet', '谢谢不想留名的'), word('unit', '谢谢单位'), word('b', '')];
    const page = monthPage('2026-11', ['a', 'b', 'c', 'd', 'e', 'f'].map(name), months, words);
    expect(page).toEqual([{ name: 'A', words: '晚一句' }, { name: 'B', words: null }, { name: 'E', words: null }]);
  });
});

describe('one\'s own name', () => {
  const member = { _id: 'm_liu', communityId: 'd-s-c', displayName: '刘洋' } as unknown as Member;
  const step = (operationId: string, inputHash = 'h') => ({ actorId: 'm_liu', operationId, inputHash, nowMs: AT_MS });
  const answered = (standing: OwnName | null, shows: boolean, operationId: string): OwnName => {
    const after = unwrap(decideOwnName(standing, { shows, form: 'masked' }, member, step(operationId)));
    if (after === null) throw new Error('a replay');
    return after;
  };

  it('is asked once, shown as agreed, and a yes that comes late never undoes a no', () => {
    expect(ownNameView(null, member)).toEqual({ state: 'unasked', form: 'full', forms: { full: '刘洋', masked: '刘*' } });
    const yes = answered(null, true, 'operation-1');
    expect([yes.name, ownNameView(yes, member).state]).toEqual(['刘*', 'shown']);
    const no = answered(yes, false, 'operation-2');
    expect(ownNameView(no, member).state).toBe('hidden');
    expect(unwrap(decideOwnName(no, { shows: true, form: 'masked' }, member, step('operation-1')))).toBeNull();
    expect(decideOwnName(no, { shows: true, form: 'full' }, member, step('operation-1', 'other'))).toMatchObject({ ok: false, refusal: { code: 'OPERATION_REUSED' } });
  });
});
