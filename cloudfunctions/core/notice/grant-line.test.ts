import fc from 'fast-check';
import { MESSAGE_TEMPLATES, type MessageTemplate } from '@contract';
import { RULES } from '../rules';
import { grantsLeft, notAskedNow, type GrantLine } from './grant-line';

const line = (kind: GrantLine['kind'], atMs = 0, template: MessageTemplate = 'wishClaimed'): GrantLine => ({ template, kind, atMs });

describe('the ledger of grants', () => {
  it('says what is left: a yes adds one, a message takes one, a 43101 forgets them all', () => {
    expect(grantsLeft([line('accepted'), line('accepted'), line('used')], 'wishClaimed')).toBe(1);
    expect(grantsLeft([line('accepted'), line('used'), line('returned')], 'wishClaimed')).toBe(1);
    expect(grantsLeft([line('accepted'), line('accepted'), line('used'), line('gone'), line('accepted')], 'wishClaimed')).toBe(1);
    expect(grantsLeft([line('accepted'), line('rejected')], 'wishReviewed')).toBe(0);
  });

  it('counts no kind for another, whatever happened in between', () => {
    const kinds = Object.keys(MESSAGE_TEMPLATES) as MessageTemplate[];
    const lines = fc.array(fc.record({ template: fc.constantFrom(...kinds), kind: fc.constantFrom('accepted', 'rejected', 'gone', 'returned'), atMs: fc.constant(0) }));
    fc.assert(fc.property(lines, fc.constantFrom(...kinds), (all, template) => grantsLeft(all as readonly GrantLine[], template) === grantsLeft((all as readonly GrantLine[]).filter((each) => each.template === template), template)));
  });

  it('keeps a no for its time, and a yes that came later ends it', () => {
    const { askAgainMs } = RULES.message;
    expect(notAskedNow([line('accepted', 0), line('rejected', 10)], 10 + askAgainMs - 1)).toEqual(['wishClaimed']);
    expect(notAskedNow([line('rejected', 10)], 10 + askAgainMs)).toEqual([]);
    expect(notAskedNow([line('rejected', 10), line('accepted', 20), line('used', 30)], 40)).toEqual([]);
    expect(notAskedNow([], 40)).toEqual([]);
  });
});
