import { applyChange, mayChange, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { member, neighbour, staff, START_MS } from '../wish/wish.fixtures';
import { decideClose, decideHandOver, decideJoin, decideLeave, decidePersonGone, decideRenewCode } from './change-unit';
import { isUnitCoherent, isUnitId, newUnit, type Unit, type UnitEvent } from './unit';
import { UNIT_KIND } from './unit-kind';

let operations = 0;
const stepOf = (actor: Member, nowMs = START_MS): Step => ({ actorId: actor._id, operationId: `op_unit_${(operations += 1)}`, inputHash: 'input', nowMs });

const after = (unit: Unit, decided: Result<OutcomeOf<UnitEvent>>): Unit => {
  const outcome = unwrap(decided);
  if (outcome.kind === 'replay') throw new Error('carried out before');
  expect(mayChange(unit, outcome.change)).toBe(true);
  const changed = applyChange<UnitEvent, Unit>(unit, outcome.change);
  expect(isUnitCoherent(changed)).toBe(true);
  return changed;
};
const codeOf = (decided: Result<unknown>): string => (decided.ok ? 'ok' : decided.refusal.code);

const contact = member('m_contact', { displayName: '小徐' });
const first = member('m_first', { displayName: '老郑' });
const second = member('m_second', { displayName: '小何' });
const alone = newUnit({ kind: 'company', name: '农商行' }, contact, stepOf(contact));
const joined = after(after(alone, decideJoin(alone, first, stepOf(first))), decideJoin(after(alone, decideJoin(alone, first, stepOf(first, START_MS))), second, stepOf(second, START_MS + 1)));

describe('a unit', () => {
  test('its id says that it is one', () => expect([isUnitId(alone._id), isUnitId(contact._id)]).toEqual([true, false]));

  test('takes so many deputies and no more, of its own community only', () => {
    let unit = alone;
    for (let index = 0; index < RULES.unit.deputiesMax; index += 1) unit = after(unit, decideJoin(unit, member(`m_d${index}`), stepOf(first)));
    expect(codeOf(decideJoin(unit, neighbour, stepOf(neighbour)))).toBe('UNIT_FULL');
    expect(codeOf(decideJoin(alone, member('m_far', { communityId: 'd01-s01-c02' }), stepOf(first)))).toBe('OUT_OF_AREA');
  });

  test('whose contact goes: whoever joined first is next; with nobody left, staff have a task with a clock', () => {
    const next = after(joined, decideLeave(joined, contact._id, contact, stepOf(contact)));
    expect(next).toMatchObject({ contactId: first._id, contactName: '老郑', state: 'active', memberIds: [first._id, second._id] });
    const last = after(next, decidePersonGone(next, first._id, START_MS + 5));
    const none = after(last, decidePersonGone(last, second._id, START_MS + 6));
    expect(none).toMatchObject({ contactId: null, state: 'needsContact', memberIds: [] });
    const event = Object.values(none.outbox).at(-1);
    const effects = event === undefined ? [] : UNIT_KIND.effectsOf(none, event);
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'openTask', taskKind: 'unitWithoutContact', subjectId: none._id }));
    expect(UNIT_KIND.clocksOf(none, START_MS).map((clock) => clock.atMs)).toEqual([START_MS + 6 + RULES.unit.contactlessMs]);
    const saved = after(none, decideHandOver(none, neighbour._id, neighbour, staff, stepOf(staff)));
    expect(saved).toMatchObject({ contactId: neighbour._id, state: 'active', contactlessSinceMs: null });
  });

  test('its contact, and nobody else, has another code to read out', () => {
    const renewed = after(joined, decideRenewCode(joined, contact, stepOf(contact)));
    expect(renewed.joinCode).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(renewed.joinCode).not.toBe(joined.joinCode);
    for (const other of [first, staff]) expect(codeOf(decideRenewCode(joined, other, stepOf(other)))).toBe('NOT_FOUND');
    const closed = after(alone, decideClose(alone, false, contact, stepOf(contact)));
    expect(codeOf(decideRenewCode(closed, contact, stepOf(contact)))).toBe('UNIT_STATE_CHANGED');
  });

  test('is handed over by its contact to a deputy, by staff to anybody, by nobody else', () => {
    const handed = after(joined, decideHandOver(joined, second._id, null, contact, stepOf(contact)));
    expect(handed).toMatchObject({ contactId: second._id });
    expect(Object.keys(handed.deputies).sort()).toEqual([contact._id, first._id].sort());
    expect(codeOf(decideHandOver(joined, neighbour._id, neighbour, contact, stepOf(contact)))).toBe('PERSON_NOT_FOUND');
    expect(codeOf(decideHandOver(joined, second._id, null, first, stepOf(first)))).toBe('NOT_FOUND');
  });

  test('closes only once nothing is open', () => {
    expect(codeOf(decideClose(joined, true, contact, stepOf(contact)))).toBe('UNIT_HAS_CLAIMS');
    expect(codeOf(decideClose(joined, false, neighbour, stepOf(neighbour)))).toBe('NOT_FOUND');
    expect(after(joined, decideClose(joined, false, contact, stepOf(contact)))).toMatchObject({ state: 'closed', memberIds: [], contactId: null });
  });
});
