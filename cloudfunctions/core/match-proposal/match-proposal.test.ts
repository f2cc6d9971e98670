import { applyChange } from '../aggregate/change';
import { decideMissed, endedByClock, outcomeOf } from './change-match-proposal';
import { isMatchProposalCoherent, newMatchProposal } from './match-proposal';
import { MATCH_PROPOSAL_KIND } from './match-proposal-kind';

const NOW_MS = 1_796_000_000_000;
const proposal = newMatchProposal(
  { _id: 'mr_c_1', pass: 1, communityId: 'c' }, NOW_MS + 1_000,
  { row: { wishId: 'w_a', areaId: 'c-g', recipientIds: ['m_waits'] }, pair: { supplyId: 'sp_a', score: 7_000, why: '走路约 5 分钟' }, offer: { partyKind: 'merchant', partyId: 'm_shop', keeperId: 'm_shop' } }, 2, NOW_MS,
);

describe('a proposal whose time is up', () => {
  test.each([
    ['claimed by whoever was asked', { wallState: 'taken', activeClaimerIds: ['m_shop'] }, 'accepted'],
    ['claimed by others', { wallState: 'taken', activeClaimerIds: ['m_other'] }, 'gone'],
    ['withdrawn', { wallState: 'hidden', activeClaimerIds: [] }, 'gone'],
    ['still waiting', { wallState: 'claimable', activeClaimerIds: ['m_other'] }, 'lapsed'],
    ['no more there', null, 'gone'],
  ] as const)('%s', (_name, wish, outcome) => {
    expect(outcomeOf(proposal, wish)).toBe(outcome);
    const ended = applyChange(proposal, endedByClock(proposal, outcome, NOW_MS + 1_000));
    expect(ended).toMatchObject({ state: outcome, closedAtMs: NOW_MS + 1_000, closedById: null });
    expect(isMatchProposalCoherent(ended)).toBe(true);
  });

  test('it has a clock as long as it is open, and its words another one after', () => {
    expect(MATCH_PROPOSAL_KIND.clocksOf(proposal, NOW_MS)).toMatchObject([{ atMs: proposal.answerByMs }]);
    const declined = { ...proposal, state: 'declined' as const, closedAtMs: NOW_MS, reason: '忙' };
    const [erasing] = MATCH_PROPOSAL_KIND.clocksOf(declined, NOW_MS);
    if (erasing === undefined) throw new Error('no clock');
    const erased = applyChange(declined, erasing.change);
    expect(erased).toMatchObject({ reason: '', isErased: true });
    expect(MATCH_PROPOSAL_KIND.clocksOf(erased, NOW_MS)).toEqual([]);
  });

  test('missed by a moment it is gone, once', () => {
    const accepted = { ...proposal, state: 'accepted' as const, closedAtMs: NOW_MS };
    expect(decideMissed(accepted, NOW_MS)).toMatchObject({ ok: true, value: { kind: 'change', change: { set: { state: 'gone' } } } });
    expect(decideMissed(proposal, NOW_MS)).toMatchObject({ ok: true, value: { kind: 'replay' } });
  });
});
