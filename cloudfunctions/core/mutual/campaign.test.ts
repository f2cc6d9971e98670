import { refusalOf } from '../aggregate/aggregate.fixtures';
import { dueChanges } from '../aggregate/aggregate-kind';
import { mayChange } from '../aggregate/change';
import { unwrap } from '../kernel/result';
import { DAY_MS, MINUTE_MS } from '../kernel/clock';
import { member, merchant, neighbour, START_MS } from '../wish/wish.fixtures';
import { isCampaignCoherent, isFull, type Campaign } from './campaign';
import { isHidden, isOfCommunity } from './campaign-access';
import { campaignEffectsOf } from './campaign-effects';
import type { CampaignEvent } from './campaign-event';
import { CAMPAIGN_KIND } from './campaign-kind';
import { campaignView, outsiderView } from './campaign-view';
import { act, approved, carried, draft, ground, judge, labels, money, openFacts, person, place, proposer, secondJudge, struck, submitted, vote, words } from './campaign.fixtures';
import { decideClose, decideLeftoverEnd, decideTakeLeftover, leftoverSubjectOf } from './close-campaign';
import { campaignOfSubject, decideDecision, decidePublicityEnd, publicitySubjectOf } from './decide-campaign';
import { amountRefusalOf, giveRefusalOf } from './give-refusal';
import { isVoteEnough } from './open-campaign';
import { decideSubmit, decideUpdate, decideWithdraw, wordsRefusal } from './propose-campaign';
import { decideMilestone, decideReport } from './report-campaign';
import { decideCancel, decideCounted, decideFigures, decideNextStage } from './run-campaign';
import { publicityIdOf } from '../publicity/publicity';

/** The next clock of it as it strikes. */
const strike = (campaign: Campaign, nowMs: number): Campaign => {
  const [change] = dueChanges(CAMPAIGN_KIND.clocksOf(campaign, nowMs), nowMs);
  if (change === undefined) throw new Error('no clock is due');
  return struck(campaign, change);
};
const lastEvent = (campaign: Campaign): CampaignEvent => Object.values(campaign.outbox).at(-1) ?? (() => { throw new Error('nothing happened'); })();
const effectsOf = (campaign: Campaign) => campaignEffectsOf(campaign, lastEvent(campaign));
const afterEnd = (campaign: Campaign): number => (campaign.stage?.endsAtMs ?? 0) + 1;
const counting = (): Campaign => { const open = approved(); return strike(open, afterEnd(open)); };
const counted = (fen: number, standing = counting()): Campaign => carried(standing, decideCounted(standing, standing.stage?.number ?? 1, fen, afterEnd(standing) + MINUTE_MS));
const stepsDone = (campaign: Campaign): Campaign => campaign.milestones.reduce((standing, { milestoneId, doneAtMs }) => (doneAtMs === null ? carried(standing, decideMilestone(standing, milestoneId, { note: '办好了', photos: [] }, proposer, act(proposer))) : standing), campaign);
const told = (campaign: Campaign, kind: 'periodic' | 'final', nowMs = START_MS + 60 * DAY_MS): Campaign => carried(campaign, decideReport(campaign, { kind, text: '钱都花在坡道上。', photos: [] }, proposer, act(proposer, nowMs)));

describe('a proposal', () => {
  it('asks for something, with a budget between the least and the best, and steps ahead', () => {
    expect(wordsRefusal(words(), START_MS)).toBeNull();
    expect(wordsRefusal(words({ needs: [], goal: { subjectKind: 'things', money: null, ownersVote: null, propertyConsent: null } }), START_MS)).toMatchObject({ fields: { needs: expect.any(String) as string } });
    for (const amountFen of [1_199_999, 1_800_001]) expect(wordsRefusal(words({ goal: { subjectKind: 'things', money: { ...money, lines: [{ useKey: 'repair', text: '材料', amountFen }] }, ownersVote: null, propertyConsent: null } }), START_MS)).toMatchObject({ fields: { lines: expect.any(String) as string } });
    expect(wordsRefusal(words({ milestones: [{ text: '开工', dueAtMs: START_MS - 1 }] }), START_MS)).toMatchObject({ fields: { milestones: expect.any(String) as string } });
  });

  it('for a person has no money in its type, and tells nothing of them', () => {
    expect(draft(person())).toMatchObject({ goal: { subjectKind: 'person' }, budgetLines: [], ownersVote: null });
    expect(wordsRefusal({ ...person(), story: '她得了癌症，住 7 号楼。' }, START_MS)).toMatchObject({ code: 'PUBLIC_TEXT_PRIVATE' });
    expect(wordsRefusal({ ...person(), title: '帮 7 号楼的老人' }, START_MS)).toMatchObject({ code: 'PUBLIC_TEXT_PRIVATE' });
    expect(giveRefusalOf(approved(person()), START_MS)).toMatchObject({ code: 'GIVE_NOT_NOW' });
  });

  it('is its proposer’s and the staff’s until it passed', () => {
    expect([isHidden(draft(), proposer), isHidden(draft(), judge), isHidden(draft(), neighbour), isHidden(draft(), null), isHidden(approved(), null)]).toEqual([false, false, true, true, false]);
    expect(refusalOf(decideUpdate(draft(), words(), labels, neighbour, act(neighbour)))).toBe('NOT_ALLOWED');
    expect(refusalOf(decideUpdate(submitted(), words(), labels, proposer, act(proposer)))).toBe('CAMPAIGN_STATE_CHANGED');
    expect(carried(submitted(), decideWithdraw(submitted(), proposer, act(proposer))).state).toBe('withdrawn');
    expect(refusalOf(decideWithdraw(approved(), proposer, act(proposer)))).toBe('CAMPAIGN_STATE_CHANGED');
    expect(refusalOf(decideSubmit(draft(), proposer, act(proposer, START_MS + 23 * DAY_MS)))).toBe('BAD_INPUT');
  });

  it('is a title to everybody who is not of the community; a shop admitted there is', () => {
    const stranger = member('m_far', { communityId: 'd01-s01-c02', areaId: 'd01-s01-c02' });
    expect([isOfCommunity(approved(), neighbour), isOfCommunity(approved(), merchant), isOfCommunity(approved(), stranger), isOfCommunity(approved(), null)]).toEqual([true, true, false, false]);
    expect(outsiderView({ ...approved(), _id: 'cp_1' })).toEqual({ audience: 'outsider', campaignId: 'cp_1', title: '给 7 号楼门口修一条缓坡', communityName: '青枫社区' });
  });

  it('put away after sixty days nobody went on with it', () => {
    expect(strike(draft(), START_MS + 60 * DAY_MS)).toMatchObject({ state: 'withdrawn', note: '起草以后一直没交，放起来了。' });
  });
});

describe('letting it pass', () => {
  it('is for another than whoever answers for it, and asks for a lane with somebody who takes money in', () => {
    const own = { ...judge, _id: proposer._id };
    const approve = (facts: typeof openFacts | { readonly ground: typeof ground | null; readonly hasOverdueElsewhere: boolean }, campaign = submitted(), who = judge) => refusalOf(decideDecision(campaign, { kind: 'approve' }, facts, who, act(who)));
    expect(approve(openFacts, submitted(), own)).toBe('CAMPAIGN_OWN');
    expect(approve(openFacts, submitted(), neighbour)).toBe('OUT_OF_AREA');
    expect(approve({ ground: null, hasOverdueElsewhere: false })).toBe('LANE_CLOSED');
    expect(approve({ ground: { ...ground, collector: null }, hasOverdueElsewhere: false })).toBe('CAMPAIGN_CHECKS_MISSING');
    expect(approve({ ground: { ...ground, collector: null }, hasOverdueElsewhere: false }, submitted(person()))).toBe('ok');
    expect(approve({ ground, hasOverdueElsewhere: true })).toBe('CAMPAIGN_CHECKS_MISSING');
    expect(approve(openFacts)).toBe('ok');
  });

  it('of a common part needs the owners by heads and area, and the property company', () => {
    for (const short of [{ participants: 47 }, { participantsAreaShare: 666 }, { inFavour: 44 }, { inFavourAreaShare: 749 }, { inFavour: 61 }, { participants: 80, total: 72 }]) expect({ short, enough: isVoteEnough({ ...vote, ...short }) }).toEqual({ short, enough: false });
    expect(isVoteEnough({ ...vote, participants: 48, participantsAreaShare: 667, inFavour: 36, inFavourAreaShare: 750 })).toBe(true);
    expect(refusalOf(decideSubmit(draft(words({ goal: { subjectKind: 'place', money, ownersVote: vote, propertyConsent: null } })), proposer, act(proposer)))).toBe('CAMPAIGN_CHECKS_MISSING');
  });

  it('copies the collector when it opens, for so many whole days', () => {
    const open = approved();
    expect(open).toMatchObject({ state: 'open', collector: ground.collector, accountingAgentId: 'm_agent', stage: { number: 1, minimumFen: 1_200_000, settledFen: null } });
    expect(open.stage?.endsAtMs).toBe(Date.parse('2026-12-09T23:59:59.999+08:00'));
    expect(isCampaignCoherent(open)).toBe(true);
  });

  it('shows a common part to the neighbourhood first; then it opens by itself, or not', () => {
    const shown = approved(place());
    expect(shown).toMatchObject({ state: 'publicity', collector: null });
    expect(effectsOf(shown)).toContainEqual(expect.objectContaining({ kind: 'startPublicity', subjectKind: 'campaign', maskedName: '给 7 号楼门口修一条缓坡', aidText: '社区互助，最低 12,000 元', startedById: judge._id }));
    const publicityId = publicityIdOf('campaign', publicitySubjectOf(shown));
    expect(campaignOfSubject(publicitySubjectOf(shown))).toBe(shown._id);
    const end = { outcome: 'passed' as const, note: '', publicityId, atMs: START_MS + 7 * DAY_MS };
    expect(carried(shown, decidePublicityEnd(shown, end, openFacts))).toMatchObject({ state: 'open', stage: { opensAtMs: START_MS + 7 * DAY_MS } });
    expect(carried(shown, decidePublicityEnd(shown, { ...end, outcome: 'overturned', note: '有邻居提的情况属实' }, openFacts))).toMatchObject({ state: 'refused', note: '有邻居提的情况属实' });
    const waiting = carried(shown, decidePublicityEnd(shown, end, { ground: null, hasOverdueElsewhere: false }));
    expect(waiting).toMatchObject({ state: 'submitted', submissions: 2 });
    expect(effectsOf(waiting)).toContainEqual(expect.objectContaining({ kind: 'openTask', taskKind: 'campaignReview' }));
    expect(unwrap(decidePublicityEnd(shown, { ...end, publicityId: 'pub_other' }, openFacts)).kind).toBe('replay');
  });

  it('of two staff at once the slower one’s guard does not hold', () => {
    const standing = submitted();
    const first = unwrap(decideDecision(standing, { kind: 'approve' }, openFacts, judge, act(judge)));
    const second = unwrap(decideDecision(standing, { kind: 'refuse', note: '先缓缓' }, openFacts, secondJudge, act(secondJudge)));
    if (first.kind === 'replay' || second.kind === 'replay') throw new Error('both decide');
    expect(mayChange(struck(standing, first.change), second.change)).toBe(false);
  });
});

describe('a stage', () => {
  it('takes nothing after its end, and is counted all or nothing at the minimum', () => {
    const ended = counting();
    expect(ended).toMatchObject({ state: 'counting' });
    expect(effectsOf(ended)).toEqual([expect.objectContaining({ kind: 'countStage', stage: 1 })]);
    expect(giveRefusalOf(ended, afterEnd(ended))).toMatchObject({ code: 'GIVE_NOT_NOW' });
    const again = strike(ended, afterEnd(ended) + MINUTE_MS);
    expect([again.state, lastEvent(again).kind]).toEqual(['counting', 'lookedAgain']);
    expect(counted(1_199_999)).toMatchObject({ state: 'failed', fundsLeftFen: 0, stage: { settledFen: 1_199_999 } });
    const reached = counted(1_200_000);
    expect(reached).toMatchObject({ state: 'succeeded', fundsLeftFen: 1_200_000 });
    expect(effectsOf(reached)).toContainEqual(expect.objectContaining({ kind: 'moveMoney', amountFen: 1_200_000, isPending: false }));
    expect(unwrap(decideCounted(reached, 1, 1_200_000, START_MS)).kind).toBe('replay');
    for (const campaign of [ended, again, reached, counted(5)]) expect(isCampaignCoherent(campaign)).toBe(true);
  });

  it('with nothing to count goes to its work', () => {
    const open = approved(person());
    expect(strike(open, afterEnd(open))).toMatchObject({ state: 'succeeded', fundsLeftFen: 0 });
  });

  it('is full at the optimum; an older telling of figures changes nothing', () => {
    const figures = { stage: 1, revision: 5, settledFen: 1_800_000, settledAtMs: START_MS, isPending: false, givers: 3, contributions: 3, matchedFen: 0, matchLeft: null };
    const full = carried(approved(), decideFigures(approved(), figures));
    expect([isFull(full), giveRefusalOf(full, START_MS)?.message]).toEqual([true, '已经够了，不再收钱。谢谢您的心意。']);
    expect(unwrap(decideFigures(full, { ...figures, revision: 4, settledFen: 1 })).kind).toBe('replay');
    expect(unwrap(decideFigures(full, { ...figures, revision: 6 })).kind).toBe('replay');
    expect(unwrap(decideFigures(full, { ...figures, revision: 6, isPending: true })).kind).toBe('change');
  });

  it('is called off by staff, with every gift going back', () => {
    const open = approved();
    expect(carried(open, decideCancel(open, '图纸没过', judge, act(judge)))).toMatchObject({ state: 'cancelled', note: '图纸没过' });
    expect(refusalOf(decideCancel(open, '图纸没过', proposer, act(proposer)))).toBe('OUT_OF_AREA');
    expect(refusalOf(decideCancel(counted(1_200_000), '图纸没过', judge, act(judge)))).toBe('CAMPAIGN_STATE_CHANGED');
  });

  const next = { days: 10, labels, money: { minimumFen: 500_000, optimumFen: 500_000, lines: [{ useKey: 'lights', text: '扶手和灯', amountFen: 500_000 }] }, milestones: [{ text: '装灯', dueAtMs: START_MS + 100 * DAY_MS }] };

  it('follows one that was reached and told of; missed, what was reached before stays, and its number is not used again', () => {
    const reached = counted(1_200_000);
    expect(refusalOf(decideNextStage(reached, next, ground, judge, act(judge)))).toBe('CAMPAIGN_REPORT_FIRST');
    const reported = told(reached, 'periodic');
    expect(refusalOf(decideNextStage(reported, next, null, judge, act(judge)))).toBe('LANE_CLOSED');
    const second = carried(reported, decideNextStage(reported, next, ground, judge, act(judge, START_MS + 61 * DAY_MS)));
    expect(second).toMatchObject({ state: 'open', stage: { number: 2, minimumFen: 500_000 }, earlierStages: [{ number: 1, settledFen: 1_200_000 }], fundsLeftFen: 1_200_000, budgetLines: [{ lineId: 'l1' }, { lineId: 'l2' }], milestones: [{}, {}, { milestoneId: 's3' }] });
    const missed = counted(499_999, strike(second, afterEnd(second)));
    expect(missed).toMatchObject({ state: 'succeeded', stage: { number: 2, settledFen: 499_999 }, fundsLeftFen: 1_200_000, endedAtMs: null });
    const third = carried(missed, decideNextStage(missed, next, ground, judge, act(judge, START_MS + 61 * DAY_MS)));
    expect(third.stage?.number).toBe(3);
    const off = carried(second, decideCancel(second, '先不装了', judge, act(judge)));
    expect(off).toMatchObject({ state: 'succeeded', fundsLeftFen: 1_200_000 });
    for (const campaign of [second, missed, third, off]) expect(isCampaignCoherent(campaign)).toBe(true);
  });
});

describe('the disclosure clock', () => {
  it('warns seven days ahead, is overdue after the day, and then nothing is taken until it is told', () => {
    const reached = counted(1_200_000);
    const final = reached.disclosures.find(({ kind }) => kind === 'final');
    expect(final?.dueAtMs).toBe(Date.parse('2027-03-30T09:41:00+08:00'));
    const warned = strike(reached, (final?.dueAtMs ?? 0) - 7 * DAY_MS);
    expect(effectsOf(warned)).toContainEqual(expect.objectContaining({ kind: 'notice', todo: { actionText: '去写', dueAtMs: final?.dueAtMs } }));
    const late = strike(warned, (final?.dueAtMs ?? 0) + 1);
    expect(late.isDisclosureOverdue).toBe(true);
    expect(effectsOf(late)).toContainEqual(expect.objectContaining({ kind: 'openTask', taskKind: 'campaignReport' }));
    expect(refusalOf(decideReport(late, { kind: 'final', text: '办完了', photos: [] }, proposer, act(proposer)))).toBe('CAMPAIGN_STEPS_OPEN');
    const whole = told(stepsDone(late), 'final', (final?.dueAtMs ?? 0) + DAY_MS);
    expect([whole.isDisclosureOverdue, whole.disclosures.every(({ doneAtMs }) => doneAtMs !== null)]).toEqual([false, true]);
    expect(effectsOf(whole)).toContainEqual(expect.objectContaining({ kind: 'closeTask', note: '公开了' }));
    expect(refusalOf(decideReport(whole, { kind: 'periodic', text: '又一次', photos: [] }, proposer, act(proposer)))).toBe('CAMPAIGN_STATE_CHANGED');
  });

  it('asks every three months beyond six', () => {
    const open = approved();
    expect(open.disclosures).toMatchObject([{ kind: 'periodic', dueAtMs: Date.parse('2027-05-20T09:41:00+08:00') }]);
    const early = told(open, 'periodic', START_MS + DAY_MS);
    expect(early.disclosures.filter(({ doneAtMs }) => doneAtMs === null)).toHaveLength(1);
    const due = Date.parse('2027-05-20T09:41:00+08:00');
    const onTime = told(open, 'periodic', due - DAY_MS);
    expect(onTime.disclosures.filter(({ doneAtMs }) => doneAtMs === null)).toMatchObject([{ dueAtMs: Date.parse('2027-08-20T09:41:00+08:00') }]);
    expect(giveRefusalOf({ ...open, isDisclosureOverdue: true }, START_MS)).toMatchObject({ code: 'GIVE_NOT_NOW' });
  });
});

describe('closing', () => {
  const whole = (): Campaign => told(stepsDone(counted(1_300_000)), 'final');

  it('waits for the whole report, and for where what is left goes', () => {
    expect(refusalOf(decideClose(counted(1_300_000), { kind: 'fund' }, '办完了', judge, act(judge)))).toBe('CAMPAIGN_REPORT_FIRST');
    expect(refusalOf(decideClose(whole(), null, '办完了', judge, act(judge)))).toBe('CAMPAIGN_LEFTOVER');
    const empty = { ...whole(), fundsLeftFen: 0 };
    expect(refusalOf(decideClose(empty, { kind: 'fund' }, '办完了', judge, act(judge)))).toBe('CAMPAIGN_LEFTOVER');
    expect(carried(empty, decideClose(empty, null, '办完了', judge, act(judge)))).toMatchObject({ state: 'ended', isLive: true });
  });

  it('shows the neighbourhood where it goes first; overturned it is here again', () => {
    const standing = whole();
    const said = carried(standing, decideClose(standing, { kind: 'campaign', campaignId: 'cp_next', title: '修灯' }, '一样是修楼道', judge, act(judge, START_MS + 90 * DAY_MS)));
    expect(said).toMatchObject({ state: 'succeeded', fundsLeftFen: 0, leftover: { amountFen: 1_300_000, movedAtMs: null } });
    expect(refusalOf(decideClose(said, { kind: 'fund' }, '再说一遍', judge, act(judge)))).toBe('CAMPAIGN_STATE_CHANGED');
    const publicityId = publicityIdOf('leftover', leftoverSubjectOf(said, said.leftover?.saidAtMs ?? 0));
    const end = { note: '', publicityId, atMs: START_MS + 97 * DAY_MS };
    expect(carried(said, decideLeftoverEnd(said, { ...end, outcome: 'overturned' }))).toMatchObject({ state: 'succeeded', fundsLeftFen: 1_300_000, leftover: null });
    const ended = carried(said, decideLeftoverEnd(said, { ...end, outcome: 'passed' }));
    expect(ended).toMatchObject({ state: 'ended', leftover: { movedAtMs: end.atMs } });
    expect(effectsOf(ended)).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'moveMoney', amountFen: 1_300_000 }), expect.objectContaining({ kind: 'tellLeftover', campaignId: 'cp_next' })]));
    const taker = counted(1_200_000);
    const from = { campaignId: ended._id, title: ended.title, amountFen: 1_300_000, atMs: end.atMs };
    const took = carried(taker, decideTakeLeftover(taker, from));
    expect(took.fundsLeftFen).toBe(2_500_000);
    expect(unwrap(decideTakeLeftover(took, from)).kind).toBe('replay');
  });
});

describe('what a reader sees', () => {
  it('masks whoever answers for it, and says in words why nothing is taken', () => {
    const sight = { reader: neighbour, nowMs: START_MS, links: new Map<string, string | null>(), myContributionsFen: 0, wishes: [] };
    expect(campaignView(approved(), sight)).toMatchObject({ audience: 'member', answerable: { name: '郑*', isMe: false }, paperUrls: [], entityName: '云溪区慈善会', uses: [{ useKey: 'repair', plannedFen: 1_200_000, spentFen: 0 }], may: { give: true, decide: false, edit: false }, needsText: '还差 12 米防滑条' });
    expect(campaignView(approved(place()), sight).may).toMatchObject({ give: false, giveRefusal: '还在公示，公示完就能给。' });
    expect(campaignView(submitted(), { ...sight, reader: judge }).may).toMatchObject({ decide: true, cancel: true });
    expect(campaignView(submitted(), { ...sight, reader: proposer }).may).toMatchObject({ decide: false, withdraw: true });
  });

  it('takes whole fen from one yuan on', () => {
    for (const wrong of [0, -1, 99, 0.1, 100.5, 500_001, 1e15, Number.NaN]) expect(amountRefusalOf(wrong)).toMatchObject({ code: 'BAD_INPUT' });
    expect([amountRefusalOf(100), amountRefusalOf(500_000)]).toEqual([null, null]);
  });
});
