import * as fc from 'fast-check';
import { refusalOf } from '../aggregate/aggregate.fixtures';
import { dueChanges } from '../aggregate/aggregate-kind';
import { mayChange } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import { directedEscrow, directedFunds } from '../ledger/account';
import type { Member } from '../member/member';
import { decideAskSpending } from '../spending/ask-spending';
import { decideApproveSpending, decideRecordPayout, decideRefuseSpending } from '../spending/decide-spending';
import { fundsOf } from '../spending/spending';
import { askOf } from '../spending/spending.fixtures';
import { COMMUNITY, member, merchant, neighbour, roleOf, START_MS } from '../wish/wish.fixtures';
import { decideAnswer, decideCancel } from './answer-gift';
import { audienceOf, isOfGiver, standsFor } from './directed-access';
import { directedEffectsOf } from './directed-effects';
import type { DirectedEvent } from './directed-event';
import { amountOf, countedFenOf, isDirectedCoherent, keptFenOf, waitsOf, type DirectedGift, type DirectedOutcome } from './directed-gift';
import { DIRECTED_KIND } from './directed-kind';
import { directedAskRefusal } from './directed-spending';
import { directedView } from './directed-view';
import { acceptance, act, agreed, agreeFacts, AMOUNT_FEN, carried, colleague, offered, paidPart, person, running, staff, struck, words } from './directed.fixtures';
import { decideCallOff, decideHandOver, decideReceive } from './hand-things';
import { decideUpdate, decideWithdraw, wordsRefusal } from './offer-gift';
import { decideCounted, decideKeep, decidePaymentNews, payRefusalOf, toPayFenOf } from './pay-gift';
import { decideReport } from './report-gift';
import { decideAnswerLeftover, decideConfirmReturn, decideCorrectReturn, decideRecordReturn, decideSettleLeftover } from './settle-leftover';

const strike = (gift: DirectedGift, nowMs: number): DirectedGift => {
  const [change] = dueChanges(DIRECTED_KIND.clocksOf(gift, nowMs), nowMs);
  if (change === undefined) throw new Error('no clock is due');
  return struck(gift, change);
};
const lastEvent = (gift: DirectedGift): DirectedEvent => Object.values(gift.outbox).at(-1) ?? (() => { throw new Error('nothing happened'); })();
const effectsOf = (gift: DirectedGift) => directedEffectsOf(gift, lastEvent(gift));
const riceIn = (gift: DirectedGift): DirectedGift => carried(gift, decideReceive(gift, 'g1', { count: 20, note: '' }, staff, act(staff)));
const told = (gift: DirectedGift): DirectedGift => carried(gift, decideReport(gift, { kind: 'final', text: '装好了。', photos: [] }, staff, act(staff)));
const links = new Map<string, string>();
const seenBy = (gift: DirectedGift, reader: Member) => directedView(gift, { reader, nowMs: START_MS, links, wishes: [] });

describe('an offer', () => {
  it('for a person has no money in its type, no account and no word of who they are', () => {
    const gift = agreed(person());
    expect(gift).toMatchObject({ state: 'running', what: { subjectKind: 'person' }, lines: [], collector: null, payByMs: null });
    expect('money' in gift.what).toBe(false);
    expect(payRefusalOf(gift, START_MS)).toMatchObject({ code: 'GIVE_NOT_NOW' });
    expect(wordsRefusal(person({ purpose: '她得了癌症，住 7 号楼。' }))).toMatchObject({ code: 'PUBLIC_TEXT_PRIVATE' });
  });

  it('is rewritten by its giver until staff answered, and is before them again after they asked', () => {
    const uses = new Map([['kitchen', { label: '食堂锅灶' }]]);
    const standing = offered();
    expect(refusalOf(decideUpdate(standing, words(), uses, neighbour, act(neighbour)))).toBe('NOT_ALLOWED');
    const asked = carried(standing, decideAnswer(standing, { kind: 'ask', note: '哪一种？' }, agreeFacts, staff, act(staff)));
    expect(carried(asked, decideUpdate(asked, words(), uses, merchant, act(merchant)))).toMatchObject({ state: 'offered', submissions: 2, note: '' });
    expect(strike(asked, START_MS + 60 * DAY_MS)).toMatchObject({ state: 'withdrawn' });
    expect(refusalOf(decideUpdate(agreed(), words(), uses, merchant, act(merchant)))).toBe('DIRECTED_CHANGED');
  });

  it('is answered by staff who are not of the giving side: neither the giver, nor one of the shop, nor one of the unit', () => {
    const standing = offered();
    const shopStaff = member('m_shop2', { roles: [roleOf('staff', COMMUNITY), { ...roleOf('merchant', COMMUNITY), merchantName: standing.giver.name }] });
    const unitStaff = member('m_unit', { roles: [roleOf('staff', COMMUNITY)] });
    const unitGift: DirectedGift = { ...standing, giver: { memberId: 'm_contact', kind: 'unit', partyId: 'u_1', name: '光明公司', peopleIds: ['m_contact', 'm_unit'] } };
    const answer = (gift: DirectedGift, who: Member): string => refusalOf(decideAnswer(gift, acceptance(), agreeFacts, who, act(who)));
    expect([answer(standing, shopStaff), answer(unitGift, unitStaff), answer(offered(words(), staff), staff), answer(standing, neighbour), answer(standing, staff)]).toEqual(['DIRECTED_OWN', 'DIRECTED_OWN', 'DIRECTED_OWN', 'OUT_OF_AREA', 'ok']);
    expect([isOfGiver(unitGift, member('m_new', { partyIds: ['u_1'] })), standsFor(unitGift, unitStaff), audienceOf(unitGift, unitStaff)]).toEqual([true, false, 'giver']);
  });

  it('is agreed with a lane, somebody who owes no report, and days that fit', () => {
    const answer = (facts: Partial<typeof agreeFacts>, days: Partial<{ payByMs: number | null; reportByMs: number }> = {}, gift = offered()): string => refusalOf(decideAnswer(gift, { ...acceptance(), ...days }, { ...agreeFacts, ...facts }, staff, act(staff)));
    expect(answer({ ground: null })).toBe('LANE_CLOSED');
    expect(answer({ isLateElsewhere: true })).toBe('DIRECTED_LATE');
    expect(answer({ answerable: merchant })).toBe('BAD_INPUT');
    expect(answer({ answerable: neighbour })).toBe('BAD_INPUT');
    for (const days of [{ payByMs: START_MS + 41 * DAY_MS }, { payByMs: null }, { payByMs: START_MS - DAY_MS }, { reportByMs: START_MS + 10 * DAY_MS }, { reportByMs: START_MS + 740 * DAY_MS }]) expect(answer({}, days)).toBe('BAD_INPUT');
    expect(answer({}, { payByMs: START_MS + 40 * DAY_MS })).toBe('ok');
    expect(agreed()).toMatchObject({ state: 'agreed', answerable: { memberId: staff._id }, accountingAgentId: 'm_agent', disclosures: [{ kind: 'final' }] });
    const long = offered();
    expect(carried(long, decideAnswer(long, { ...acceptance(), reportByMs: START_MS + 300 * DAY_MS }, agreeFacts, staff, act(staff))).disclosures.map(({ kind }) => kind)).toEqual(['periodic', 'final']);
  });
});

describe('its money', () => {
  it('is kept before it is ordered: never more than what is left, of two at once one', () => {
    const standing = agreed();
    const [one, other] = ['gv_1', 'gv_2'].map((id) => unwrap(decideKeep(standing, id, AMOUNT_FEN, 'wechat', START_MS)));
    if (one?.kind !== 'change' || other?.kind !== 'change') throw new Error('both may begin');
    const kept = struck(standing, one.change);
    expect(mayChange(kept, other.change)).toBe(false);
    expect(refusalOf(decideKeep(kept, 'gv_2', AMOUNT_FEN, 'wechat', START_MS))).toBe('GIVE_NOT_NOW');
    expect(unwrap(decideKeep(kept, 'gv_1', AMOUNT_FEN, 'wechat', START_MS)).kind).toBe('replay');
    expect(refusalOf(decideKeep(kept, 'gv_1', 10_000, 'wechat', START_MS))).toBe('OPERATION_REUSED');
    const part = paidPart(standing, 'gv_1', AMOUNT_FEN - 5_000);
    expect([toPayFenOf(part), refusalOf(decideKeep(part, 'gv_2', 5_001, 'wechat', START_MS)), refusalOf(decideKeep(part, 'gv_2', 4_999, 'wechat', START_MS)), refusalOf(decideKeep(part, 'gv_2', 5_000, 'wechat', START_MS))]).toEqual([5_000, 'BAD_INPUT', 'BAD_INPUT', 'ok']);
  });

  it('what was kept by a call that died is looked for once, and free again when nothing is found', () => {
    const standing = agreed();
    const kept = carried(standing, decideKeep(standing, 'gv_1', AMOUNT_FEN, 'wechat', START_MS));
    const sought = strike(kept, START_MS + 2 * MINUTE_MS);
    expect(effectsOf(sought)).toEqual([expect.objectContaining({ kind: 'seekPayment', contributionId: 'gv_1' })]);
    expect(toPayFenOf(carried(sought, decidePaymentNews(sought, 'gv_1', 0, 'gone', START_MS)))).toBe(AMOUNT_FEN);
  });

  it('all of it came: counted, then it runs and is moved once; not all in time: everything goes back', () => {
    const standing = paidPart(agreed(), 'gv_1', AMOUNT_FEN);
    expect(standing).toMatchObject({ state: 'counting', lookAgainAtMs: START_MS + MINUTE_MS });
    expect(unwrap(decideCounted(standing, AMOUNT_FEN - 1, START_MS + HOUR_MS)).kind).toBe('replay');
    const runs = carried(standing, decideCounted(standing, AMOUNT_FEN, START_MS + HOUR_MS));
    expect(runs).toMatchObject({ state: 'running', fundsLeftFen: AMOUNT_FEN });
    expect(effectsOf(runs)).toContainEqual(expect.objectContaining({ kind: 'moveMoney', debitAccount: directedEscrow(runs._id), creditAccount: directedFunds(runs._id), amountFen: AMOUNT_FEN }));
    const short = paidPart(agreed(), 'gv_1', 1_000_000);
    const over = strike(short, (short.payByMs ?? 0) + 1);
    const lapsed = carried(over, decideCounted(over, 1_000_000, (short.payByMs ?? 0) + HOUR_MS));
    expect(lapsed).toMatchObject({ state: 'lapsed', note: '到日子付了 10,000 元，没付齐，每一分都退回。' });
    expect(effectsOf(lapsed)).toContainEqual(expect.objectContaining({ kind: 'endContributions', reason: 'missed' }));
  });

  it('a giver takes back what is not handed over yet, and no more once it runs', () => {
    const gone = carried(agreed(), decideWithdraw(agreed(), merchant, act(merchant)));
    expect(gone).toMatchObject({ state: 'withdrawn', sweepAtMs: START_MS + 2 * MINUTE_MS });
    expect(effectsOf(gone)).toContainEqual(expect.objectContaining({ kind: 'endContributions', reason: 'cancelled' }));
    expect(effectsOf(strike(gone, START_MS + 2 * MINUTE_MS))).toContainEqual(expect.objectContaining({ kind: 'endContributions' }));
    expect([refusalOf(decideWithdraw(running(), merchant, act(merchant))), refusalOf(decideCancel(running(), '不办了', staff, act(staff)))]).toEqual(['DIRECTED_CHANGED', 'DIRECTED_CHANGED']);
    const things = agreed(person());
    expect([refusalOf(decideWithdraw(things, merchant, act(merchant))), refusalOf(decideWithdraw(riceIn(things), merchant, act(merchant)))]).toEqual(['ok', 'DIRECTED_CHANGED']);
  });

  it('is asked for by whoever answers for it, for what was agreed and nothing else', () => {
    const runs = running();
    expect([directedAskRefusal(runs, staff, 'kitchen'), directedAskRefusal(runs, merchant, 'kitchen')?.code, directedAskRefusal(runs, staff, 'party')?.code, directedAskRefusal(agreed(), staff, 'kitchen')?.code]).toEqual([null, 'NOT_ALLOWED', 'USE_FORBIDDEN', 'DIRECTED_CHANGED']);
  });
});

describe('things', () => {
  it('are brought by the giver and counted by another; fewer with a note, more not at all', () => {
    const runs = running();
    expect(refusalOf(decideHandOver(runs, 'g1', { note: '', handedAtMs: START_MS }, staff, act(staff)))).toBe('NOT_ALLOWED');
    const handed = carried(runs, decideHandOver(runs, 'g1', { note: '放在后门', handedAtMs: START_MS }, merchant, act(merchant)));
    expect(waitsOf(handed)).toBe('things');
    expect(refusalOf(decideReceive(handed, 'g1', { count: 20, note: '' }, merchant, act(merchant)))).toBe('OUT_OF_AREA');
    expect([refusalOf(decideReceive(handed, 'g1', { count: 19, note: '' }, staff, act(staff))), refusalOf(decideReceive(handed, 'g1', { count: 21, note: '' }, staff, act(staff)))]).toEqual(['BAD_INPUT', 'BAD_INPUT']);
    const got = carried(handed, decideReceive(handed, 'g1', { count: 19, note: '破了一袋' }, staff, act(staff)));
    expect(got.things[0]).toMatchObject({ state: 'received', receivedCount: 19, receivedById: staff._id });
    expect(refusalOf(decideCallOff(got, 'g1', '不给了', merchant, act(merchant)))).toBe('DIRECTED_CHANGED');
    expect(refusalOf(decideCallOff(runs, 'g1', '不给了', neighbour, act(neighbour)))).toBe('NOT_ALLOWED');
  });
});

describe('what is told and what is left', () => {
  it('the whole is told when nothing is open; without anything left it is over', () => {
    const runs = running();
    expect(refusalOf(decideReport(runs, { kind: 'final', text: '好了', photos: [] }, staff, act(staff)))).toBe('DIRECTED_THINGS_OPEN');
    const open = riceIn(runs);
    const asked = carried(open, decideAskSpending(open, askOf({ useKey: 'kitchen', amountFen: 1_000 }), { refusal: null, accountingAgentId: null }, act(staff)) as Result<DirectedOutcome>);
    expect(refusalOf(decideReport(asked, { kind: 'final', text: '好了', photos: [] }, staff, act(staff)))).toBe('DIRECTED_SPENDING_OPEN');
    expect(refusalOf(decideReport(open, { kind: 'final', text: '好了', photos: [] }, merchant, act(merchant)))).toBe('NOT_ALLOWED');
    expect(told(open)).toMatchObject({ state: 'reported', settlings: 1 });
    expect(told(riceIn(agreed(person())))).toMatchObject({ state: 'ended', endedAtMs: START_MS });
  });

  it('is warned of seven days ahead, and late it takes no money and names nobody else', () => {
    const runs = running();
    const due = runs.reportByMs ?? 0;
    const warned = strike(runs, due - 7 * DAY_MS);
    expect(effectsOf(warned)).toContainEqual(expect.objectContaining({ kind: 'notice', memberId: staff._id, title: '“给午餐桌换灶台”该报告了' }));
    const late = strike(warned, due + 1);
    expect([late.isReportOverdue, waitsOf(late), payRefusalOf({ ...late, state: 'agreed' }, START_MS)?.code]).toEqual([true, 'report', 'GIVE_NOT_NOW']);
    expect(told(riceIn(late)).isReportOverdue).toBe(false);
  });

  it('what is left goes nowhere without the giver’s yes to exactly what they read', () => {
    const left = told(riceIn(running()));
    const say = (gift: DirectedGift, kind: 'giver' | 'fund', nowMs = START_MS) => carried(gift, decideSettleLeftover(gift, { kind }, '用不上了', staff, act(staff, nowMs)));
    const said = say(left, 'fund');
    const again = say(said, 'giver', START_MS + 1);
    const yes = (gift: DirectedGift, leftoverId: string, who = merchant) => decideAnswerLeftover(gift, { leftoverId, isYes: true, note: '' }, who, act(who));
    expect(refusalOf(yes(again, said.leftover?.leftoverId ?? ''))).toBe('DIRECTED_CHANGED');
    expect(refusalOf(yes(said, said.leftover?.leftoverId ?? '', staff))).toBe('NOT_ALLOWED');
    const toFund = carried(said, yes(said, said.leftover?.leftoverId ?? ''));
    expect(toFund).toMatchObject({ state: 'ended', fundsLeftFen: 0 });
    expect(effectsOf(toFund)).toContainEqual(expect.objectContaining({ kind: 'moveMoney', creditAccount: `community:${COMMUNITY}:public`, isPending: false, amountFen: AMOUNT_FEN }));
    const back = carried(again, yes(again, again.leftover?.leftoverId ?? ''));
    expect(effectsOf(back)).toContainEqual(expect.objectContaining({ kind: 'moveMoney', creditAccount: `community:${COMMUNITY}:refunded`, isPending: true }));
    expect(refusalOf(decideConfirmReturn(back, merchant, act(merchant)))).toBe('DIRECTED_CHANGED');
    const handed = carried(back, decideRecordReturn(back, '退-1', colleague, act(colleague)));
    const right = { voucherNo: '退-2', reason: '写错了一位' };
    expect([refusalOf(decideCorrectReturn(handed, right, colleague, act(colleague))), refusalOf(decideCorrectReturn(handed, right, merchant, act(merchant))), refusalOf(decideCorrectReturn(handed, { ...right, voucherNo: '退-1' }, staff, act(staff))), refusalOf(decideCorrectReturn(back, right, staff, act(staff)))]).toEqual(['SAME_PERSON', 'OUT_OF_AREA', 'BAD_INPUT', 'DIRECTED_CHANGED']);
    const corrected = carried(handed, decideCorrectReturn(handed, right, staff, act(staff)));
    expect(corrected.leftover).toMatchObject({ state: 'handed', voucherNo: '退-2', corrections: [{ wasVoucherNo: '退-1', wasById: colleague._id, byId: staff._id, reason: '写错了一位' }] });
    const ended = carried(corrected, decideConfirmReturn(corrected, merchant, act(merchant)));
    expect(ended).toMatchObject({ state: 'ended', leftover: { state: 'done' } });
    expect(carried(ended, decideCorrectReturn(ended, { ...right, voucherNo: '退-3' }, colleague, act(colleague))).leftover?.corrections).toHaveLength(2);
    expect(effectsOf(corrected)).toContainEqual(expect.objectContaining({ kind: 'notice', memberId: merchant._id, title: '“给午餐桌换灶台”退款的凭证号改正了' }));
    expect(strike(said, START_MS + 30 * DAY_MS)).toMatchObject({ state: 'reported', fundsLeftFen: AMOUNT_FEN, leftover: { isLate: true } });
  });

  it('neighbours read what was agreed and done, never conditions, notes or a full name of staff', () => {
    const gift = { ...running(words({ conditions: '贴一张小牌', isAnonymous: true })), note: '只给两边看' };
    expect(seenBy(gift, neighbour)).toMatchObject({ audience: 'neighbour', giverName: '一家商户', conditions: '', note: '', answerable: { name: '何*', isMe: false }, may: { canPay: false, payRefusal: null, canReport: false } });
    expect(seenBy(gift, staff)).toMatchObject({ audience: 'staff', giverName: gift.giver.name, conditions: '贴一张小牌', may: { canReport: true, canReportWhole: false, canAskSpending: true } });
    expect([audienceOf(offered(), neighbour), audienceOf(gift, member('m_far', { communityId: 'd01-s01-c02', areaId: 'd01-s01-c02' }))]).toEqual([null, null]);
  });
});

/** Anybody does anything at any time: whatever is refused changes nothing, and what is done leaves the gift coherent. */
describe('whatever people do', () => {
  const people = [merchant, staff, colleague, neighbour] as const;
  const spendingOf = (gift: DirectedGift): string => Object.keys(gift.spendings).at(-1) ?? 'none';
  const open = { refusal: null, accountingAgentId: null } as const;
  const approver = { role: 'staff', displayName: '何静' } as const;

  type Move = (gift: DirectedGift, who: Member, step: Step, amountFen: number) => Result<unknown>;
  const moves: readonly Move[] = [
    (gift, who, step) => decideUpdate(gift, words(), new Map(), who, step),
    (gift, who, step) => decideAnswer(gift, acceptance(amountOf(gift) !== null, step.nowMs), agreeFacts, who, step),
    (gift, who, step) => decideAnswer(gift, { kind: 'ask', note: '再说说' }, agreeFacts, who, step),
    (gift, _who, step, amountFen) => decideKeep(gift, `gv_${step.operationId}`, amountFen, 'wechat', step.nowMs),
    (gift, _who, step) => decidePaymentNews(gift, Object.keys(gift.payments).at(-1) ?? 'gv_none', Object.values(gift.payments).at(-1)?.amountFen ?? 1, 'came', step.nowMs),
    (gift, _who, step) => decidePaymentNews(gift, Object.keys(gift.payments).at(0) ?? 'gv_none', 1, 'gone', step.nowMs),
    (gift, _who, step) => decideCounted(gift, countedFenOf(gift), step.nowMs),
    (gift, who, step) => decideHandOver(gift, 'g1', { note: '', handedAtMs: step.nowMs }, who, step),
    (gift, who, step) => decideReceive(gift, 'g1', { count: 20, note: '' }, who, step),
    (gift, who, step) => decideCallOff(gift, 'g1', '不给了', who, step),
    (gift, _who, step, amountFen) => decideAskSpending(gift, askOf({ useKey: 'kitchen', amountFen }), { ...open, refusal: gift.state === 'running' ? null : { code: 'DIRECTED_CHANGED' } }, step),
    (gift, _who, step) => decideApproveSpending(gift, spendingOf(gift), approver, open, step),
    (gift, _who, step) => decideRefuseSpending(gift, spendingOf(gift), '不对', open, step),
    (gift, _who, step) => decideRecordPayout(gift, spendingOf(gift), { voucherNo: '1', paidAtMs: step.nowMs, recordedById: step.actorId, recordedRole: 'staff', photoFileId: null }, open, step),
    (gift, who, step) => decideReport(gift, { kind: 'final', text: '好了', photos: [] }, who, step),
    (gift, who, step) => decideReport(gift, { kind: 'periodic', text: '在办', photos: [] }, who, step),
    (gift, who, step) => decideSettleLeftover(gift, { kind: 'again', reportByMs: step.nowMs + 90 * DAY_MS }, '再办', who, step),
    (gift, who, step) => decideSettleLeftover(gift, { kind: 'giver' }, '退回', who, step),
    (gift, who, step) => decideAnswerLeftover(gift, { leftoverId: gift.leftover?.leftoverId ?? '', isYes: step.nowMs % 3 > 0, note: '' }, who, step),
    (gift, who, step) => decideRecordReturn(gift, '退-1', who, step),
    (gift, who, step) => decideConfirmReturn(gift, who, step),
    (gift, who, step) => decideWithdraw(gift, who, step),
    (gift, who, step) => decideCancel(gift, '不办了', who, step),
  ];

  /** What was released for it, less what went back or on to the fund, is left, set aside or paid. */
  const assertBooks = (gift: DirectedGift): void => {
    const amountFen = amountOf(gift) ?? 0;
    const goneFen = gift.leftover !== null && ['agreed', 'handed', 'done'].includes(gift.leftover.state) ? gift.leftover.amountFen : 0;
    const ran = ['running', 'reported', 'ended'].includes(gift.state) && amountFen > 0;
    expect({ coherent: isDirectedCoherent(gift), kept: countedFenOf(gift) + keptFenOf(gift) <= amountFen, funds: fundsOf(gift) + goneFen }).toEqual({ coherent: true, kept: true, funds: ran ? amountFen : 0 });
  };

  it('stays coherent, to the fen', () => {
    // Every third act is about what is left, so that some come to its end.
    const doing = fc.record({ move: fc.oneof(fc.nat(moves.length - 1), fc.nat(moves.length - 1), fc.integer({ min: 16, max: 20 })), who: fc.nat(people.length - 1), amountFen: fc.constantFrom(10_000, 800_000, 1_000_000, AMOUNT_FEN), laterMs: fc.constantFrom(1, MINUTE_MS, DAY_MS, 12 * DAY_MS) });
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(offered, running, () => told(riceIn(running()))), fc.array(doing, { minLength: 20, maxLength: 120 }), (begin, doings) => {
        let gift: DirectedGift = begin();
        let nowMs = START_MS + HOUR_MS;
        for (const [index, { move, who, amountFen, laterMs }] of doings.entries()) {
          nowMs += laterMs;
          const [change] = dueChanges(DIRECTED_KIND.clocksOf(gift, nowMs), nowMs);
          if (change !== undefined) gift = struck(gift, change);
          const actor = people[who] ?? merchant;
          const decided = moves[move]?.(gift, actor, { actorId: actor._id, operationId: `operation_${index}`, inputHash: String(move), nowMs }, amountFen) as Result<DirectedOutcome>;
          if (decided.ok) gift = carried(gift, decided);
          gift = { ...gift, outbox: {}, pendingEvents: 0 };
          assertBooks(gift);
          reached.add(gift.state);
        }
      }),
      { numRuns: 300, seed: 20261120 },
    );
    expect([...reached]).toEqual(expect.arrayContaining(['offered', 'asked', 'agreed', 'counting', 'running', 'reported', 'ended', 'withdrawn', 'lapsed', 'cancelled']));
  });
});
