import { applyChange } from '../aggregate/change';
import type { Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { decideAccept, decideBindAgain, decideEnd, decideInvite, decideLeave, decideOwnerGone, decideRemoveOwner, decideRename } from './change-group';
import { isGroupCoherent, newGroup, type Group, type GroupOutcome } from './group';
import { GROUP_KIND } from './group-kind';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const COMMUNITY = 'd-s-c';
const WORDS = { name: '枫林里三栋', areaId: COMMUNITY, areaName: '青枫社区', communityId: COMMUNITY, communityName: '青枫社区' };

let operations = 0;
const step = (actorId: string, nowMs = NOW_MS) => ({ actorId, operationId: `op-${String((operations += 1))}`, inputHash: 'h', nowMs });
const person = (_id: string, role: string, areaId = COMMUNITY): Member => ({ _id, displayName: _id, communityId: COMMUNITY, roles: [{ role, areaId }] }) as unknown as Member;
const FANG = person('m_fang', 'groupOwner');
const SUN = person('m_sun', 'groupOwner');
const HE = person('m_he', 'staff');
const FAR = person('m_far', 'groupOwner', 'd-s-x');

const after = (group: Group, decided: Result<GroupOutcome>): Group => {
  if (!decided.ok || decided.value.kind === 'replay') throw new Error(`nothing changed: ${JSON.stringify(decided)}`);
  const next = applyChange(group, decided.value.change);
  expect(isGroupCoherent(next)).toBe(true);
  return next;
};
const refusalOf = (decided: Result<GroupOutcome>): string | null => (decided.ok ? null : decided.refusal.code);
const toldBy = (group: Group): readonly string[] => GROUP_KIND.effectsOf(group, Object.values(group.outbox).at(-1)!).flatMap((effect) => (effect.kind === 'notice' ? [`${effect.memberId} ${effect.title}`] : [effect.kind]));

const bound = newGroup('g_1', WORDS, 'wechat', FANG, step('m_fang'));
const invited = after(bound, decideInvite(bound, 'gi_1', FANG, step('m_fang')));
const shared = after(invited, decideAccept(invited, 'gi_1', SUN, step('m_sun')));

describe('a bound group', () => {
  test('is nobody else\'s until it ends; then whoever comes binds it anew', () => {
    expect(isGroupCoherent(bound)).toBe(true);
    expect(refusalOf(decideBindAgain(bound, WORDS, SUN, step('m_sun')))).toBe('GROUP_BOUND');
    const free = after(bound, decideEnd(bound, '', FANG, step('m_fang')));
    expect(free).toMatchObject({ state: 'ended', endedBy: 'owner', ownerIds: [], owners: {} });
    expect(after(free, decideBindAgain(free, { ...WORDS, name: '三栋' }, SUN, step('m_sun')))).toMatchObject({ state: 'bound', name: '三栋', ownerIds: ['m_sun'], endedBy: null, note: '' });
  });

  test('staff end it with a reason that its owners read; then only staff bind it again', () => {
    expect(refusalOf(decideEnd(bound, '', HE, step('m_he')))).toBe('BAD_INPUT');
    const shut = after(shared, decideEnd(shared, '群里在卖东西', HE, step('m_he')));
    expect(toldBy(shut)).toEqual(['audit', 'closeShares', 'm_fang “枫林里三栋”不再绑着了', 'm_sun “枫林里三栋”不再绑着了']);
    expect(refusalOf(decideBindAgain(shut, WORDS, FANG, step('m_fang')))).toBe('GROUP_SHUT');
    expect(after(shut, decideBindAgain(shut, WORDS, HE, step('m_he'))).state).toBe('bound');
    expect(refusalOf(decideEnd(shut, '', HE, step('m_he')))).toBe('GROUP_CHANGED');
  });

  test('an invitation is good once, for a week, for a group owner of that place', () => {
    expect(refusalOf(decideAccept(invited, 'gi_other', SUN, step('m_sun')))).toBe('GROUP_INVITE_OVER');
    expect(refusalOf(decideAccept(invited, 'gi_1', SUN, step('m_sun', NOW_MS + RULES.group.inviteMs)))).toBe('GROUP_INVITE_OVER');
    expect(refusalOf(decideAccept(invited, 'gi_1', FAR, step('m_far')))).toBe('OUT_OF_AREA');
    expect(refusalOf(decideAccept(shared, 'gi_1', person('m_third', 'groupOwner'), step('m_third')))).toBe('GROUP_INVITE_OVER');
    expect(toldBy(shared)).toEqual(['m_fang “枫林里三栋”多了一位群主']);
    expect(refusalOf(decideInvite(bound, 'gi_2', SUN, step('m_sun')))).toBe('NOT_FOUND');
  });

  test('is renamed by an owner, and by nobody else', () => {
    expect(after(shared, decideRename(shared, '三栋的群', SUN, step('m_sun')))).toMatchObject({ name: '三栋的群', ownerIds: ['m_fang', 'm_sun'] });
    expect(refusalOf(decideRename(shared, '我的', HE, step('m_he')))).toBe('NOT_FOUND');
    const ended = after(bound, decideEnd(bound, '', FANG, step('m_fang')));
    expect(refusalOf(decideRename(ended, '三栋', FANG, step('m_fang')))).toBe('NOT_FOUND');
  });

  test('has no more owners than it may', () => {
    const ownerIds = Array.from({ length: RULES.group.owners }, (_, index) => `m_${String(index)}`);
    const full = { ...bound, ownerIds, owners: Object.fromEntries(ownerIds.map((id) => [id, { name: id, sinceMs: NOW_MS }])) };
    expect(refusalOf(decideInvite(full, 'gi_2', person('m_0', 'groupOwner'), step('m_0')))).toBe('GROUP_OWNERS_FULL');
    expect(refusalOf(decideAccept({ ...full, inviteId: 'gi_2', inviteUntilMs: NOW_MS + 1 }, 'gi_2', SUN, step('m_sun')))).toBe('GROUP_OWNERS_FULL');
  });

  test('goes on without an owner who goes, and ends with the last', () => {
    const left = after(shared, decideLeave(shared, FANG, step('m_fang')));
    expect(left).toMatchObject({ state: 'bound', ownerIds: ['m_sun'] });
    expect(after(left, decideLeave(left, SUN, step('m_sun')))).toMatchObject({ state: 'ended', endedBy: 'left' });
    const removed = after(shared, decideRemoveOwner(shared, 'm_fang', HE, step('m_he')));
    expect(toldBy(removed)).toEqual(['audit', 'm_fang 您不再管“枫林里三栋”了']);
    expect(refusalOf(decideRemoveOwner(shared, 'm_fang', SUN, step('m_sun')))).toBe('NOT_FOUND');
    expect(toldBy(after(bound, decideRemoveOwner(bound, 'm_fang', HE, step('m_he'))))).toEqual(['audit', 'closeShares', 'm_fang “枫林里三栋”不再绑着了']);
  });

  test('keeps nothing of an owner who left the program', () => {
    const gone = after(shared, decideOwnerGone(shared, 'm_fang', NOW_MS));
    expect(JSON.stringify([gone.owners, gone.ownerIds])).not.toContain('m_fang');
    expect(decideOwnerGone(gone, 'm_fang', NOW_MS)).toMatchObject({ value: { kind: 'replay' } });
  });

  test('the same act again changes nothing; with other words it is refused', () => {
    const again = step('m_fang');
    const next = after(shared, decideEnd(shared, '', FANG, again));
    expect(decideEnd(next, '', FANG, again)).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(refusalOf(decideEnd(next, '', FANG, { ...again, inputHash: 'other' }))).toBe('OPERATION_REUSED');
  });
});
