import type { DirectedWordsInput } from '@contract';
import { carriedOut } from '../aggregate/aggregate.fixtures';
import { applyChange, type Change } from '../aggregate/change';
import { merchantGiver, selfGiver } from '../claim/giver';
import { DAY_MS, MINUTE_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { LaneGround } from '../lane/lane-setting';
import type { Member } from '../member/member';
import { stepBy } from '../shift/shift.fixtures';
import { COMMUNITY, member, merchant, roleOf, START_MS } from '../wish/wish.fixtures';
import { decideAnswer, type AgreeFacts } from './answer-gift';
import type { DirectedEvent } from './directed-event';
import type { DirectedGift, DirectedOutcome } from './directed-gift';
import { directedGiverOf, newGift } from './offer-gift';
import { decideCounted, decideKeep, decidePaymentNews } from './pay-gift';

export const staff = member('m_he', { displayName: '何静', roles: [roleOf('staff', COMMUNITY)] });
export const colleague = member('m_qian', { displayName: '钱多', roles: [roleOf('staff', COMMUNITY)] });

export const ground: LaneGround = {
  lane: 'directed', areaId: 'd01-s01', groundText: '慈善法第三十五条', documentNo: '云溪民〔2026〕12 号', lawyerCheckedAtMs: START_MS, responsibleName: '郑主任',
  collector: { kind: 'subMerchant', subMchId: '1900001109', entityName: '云溪区慈善会' }, recordedById: 'm_admin', accountingAgentId: 'm_agent',
};

export const AMOUNT_FEN = 1_800_000;
const rice = { kind: 'goods', text: '东北大米', count: 20, unit: '袋' } as const;

export const words = (changes: Partial<DirectedWordsInput> = {}): DirectedWordsInput => ({
  title: '给午餐桌换灶台', purpose: '灶台用了八年，火上不来。', for: { kind: 'project', name: '午餐桌' },
  what: { subjectKind: 'matter', money: { amountFen: AMOUNT_FEN, lines: [{ useKey: 'kitchen', text: '灶台', amountFen: 1_100_000 }, { useKey: 'kitchen', text: '冰柜', amountFen: 700_000 }] }, things: [rice] },
  conditions: '', isAnonymous: false, ...changes,
});

/** For somebody in hardship: things only. */
export const person = (changes: Partial<DirectedWordsInput> = {}): DirectedWordsInput => words({ title: '给一位邻居送米', purpose: '每月送一袋。', what: { subjectKind: 'person', things: [rice] }, ...changes });

export const carried = (gift: DirectedGift, decided: Result<DirectedOutcome>): DirectedGift => carriedOut<DirectedEvent, DirectedGift>(gift, decided);
export const struck = (gift: DirectedGift, change: Change<DirectedEvent>): DirectedGift => applyChange<DirectedEvent, DirectedGift>(gift, change);

export const act = (who: Member, nowMs = START_MS) => stepBy(who, nowMs);

const PLACE = { communityId: COMMUNITY, communityName: '青枫社区', areaIds: ['d01', 'd01-s01', COMMUNITY] } as const;
const uses = new Map([['kitchen', { label: '食堂锅灶' }]]);

export const offered = (input = words(), giver: Member = merchant): DirectedGift =>
  newGift(input, uses, directedGiverOf(giver === merchant ? unwrap(merchantGiver(merchant, COMMUNITY)) : selfGiver(giver), []), PLACE, act(giver));

export const agreeFacts: AgreeFacts = { ground, answerable: staff, isLateElsewhere: false };
const FACTS = { who: '社区食堂，2018 年起。', done: '一天六十份饭。', uses: '灶台和冰柜。', where: '灶看好了。' } as const;
export const acceptance = (hasMoney = true, nowMs = START_MS) => ({ kind: 'accept', facts: FACTS, answerableCode: null, payByMs: hasMoney ? nowMs + 10 * DAY_MS : null, reportByMs: nowMs + 60 * DAY_MS }) as const;

export const agreed = (input = words(), facts = agreeFacts): DirectedGift => {
  const gift = offered(input);
  return carried(gift, decideAnswer(gift, acceptance(input.what.subjectKind === 'matter' && input.what.money !== null), facts, staff, act(staff)));
};

/** A part kept and paid. */
export const paidPart = (gift: DirectedGift, contributionId: string, amountFen: number, nowMs = START_MS): DirectedGift => {
  const kept = carried(gift, decideKeep(gift, contributionId, amountFen, 'wechat', nowMs));
  return carried(kept, decidePaymentNews(kept, contributionId, amountFen, 'came', nowMs));
};

export const running = (input = words()): DirectedGift => {
  const counting = paidPart(agreed(input), 'gv_all', AMOUNT_FEN);
  return carried(counting, decideCounted(counting, AMOUNT_FEN, START_MS + MINUTE_MS));
};
