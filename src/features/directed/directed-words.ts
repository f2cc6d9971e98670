import type { DirectedCardView, DirectedGiverKind, DirectedState, DirectedView, DirectedWaits } from '@contract';
import { DIRECTED_STATE_LABEL } from '@contract';
import type { NoticeTone } from '@/components/notice/notice';
import type { TagTone } from '@/components/tag/tag';
import { formatDate, formatMoney } from '@/lib/format';
import type { IconName } from '@/drawings';

const STATE_LOOK: Readonly<Record<DirectedState, readonly [TagTone, IconName]>> = {
  offered: ['ochre', 'clock'], asked: ['ochre', 'ask'], agreed: ['plum', 'check'], counting: ['ochre', 'clock'], running: ['plum', 'wish'], reported: ['ochre', 'ask'],
  ended: ['green', 'flag'], refused: ['plain', 'close'], withdrawn: ['plain', 'close'], lapsed: ['plain', 'close'], cancelled: ['plain', 'close'],
};

type Stands = Pick<DirectedCardView, 'state' | 'amountFen'>;
type Leftover = Pick<NonNullable<DirectedView['leftover']>, 'state'>;

/** Where no money is given none goes back, and none is waited for. */
const WITHOUT_MONEY: Partial<Readonly<Record<DirectedState, string>>> = { agreed: '说定了', cancelled: '取消了', lapsed: '没办成' };

/** Tint, picture and words of where it stands; on its page with how far its rest is. */
export function directedTag({ state, amountFen, leftover = null }: Stands & { readonly leftover?: Leftover | null }): { readonly tone: TagTone; readonly icon: IconName; readonly words: string } {
  const [tone, icon] = STATE_LOOK[state];
  if (state === 'reported' && leftover !== null) return { tone, icon: 'clock', words: leftover.state === 'said' ? '办完了，余款在问' : '办完了，余款在退' };
  return { tone, icon, words: (amountFen === null ? WITHOUT_MONEY[state] : undefined) ?? DIRECTED_STATE_LABEL[state] };
}

const WAITS_WORDS: Readonly<Record<DirectedWaits, string>> = { answer: '等答复', things: '等点收', report: '该报告了', leftover: '余款没定', return: '要退余款' };

/** What it waits for from staff, on a row of theirs. */
export const waitsWords = (waits: DirectedWaits): string => WAITS_WORDS[waits];

/** The next day that matters, on a card; empty where none does. */
export function dueWords({ state, payByMs, reportByMs, isReportOverdue }: Pick<DirectedCardView, 'state' | 'payByMs' | 'reportByMs' | 'isReportOverdue'>, nowMs: number): string {
  if (state === 'agreed') return payByMs === null ? '' : `${formatDate(payByMs, nowMs)}前付齐`;
  if (state !== 'running' || reportByMs === null) return '';
  return isReportOverdue ? `该在 ${formatDate(reportByMs, nowMs)}报告，晚了` : `${formatDate(reportByMs, nowMs)}前报告`;
}

const UNAGREED: ReadonlySet<DirectedState> = new Set(['offered', 'asked', 'refused', 'withdrawn']);
const FELL_THROUGH: ReadonlySet<DirectedState> = new Set(['lapsed', 'cancelled']);
const RAN: ReadonlySet<DirectedState> = new Set(['running', 'reported', 'ended']);

/** Nothing could be paid yet. */
export const isUnagreed = (state: DirectedState): boolean => UNAGREED.has(state);

/** Money came or is to come, and did not all go back. */
export const hasMoneyPicture = (state: DirectedState): boolean => !UNAGREED.has(state) && !FELL_THROUGH.has(state);

export interface MoneyShare {
  readonly kind: 'done' | 'between' | 'rest';
  readonly label: string;
  readonly amountFen: number;
  /** Of the whole; what is there is at least 1, so that nothing that is there vanishes. */
  readonly percent: number;
}

type MoneyOf = Pick<DirectedView, 'state' | 'amountFen' | 'paidFen' | 'onTheWayFen' | 'spentFen' | 'fundsLeftFen'>;

/** Where the money is, in three parts that make the whole: how far it is paid, and once it runs how far it is spent. */
export function moneyShares({ state, amountFen, paidFen, onTheWayFen, spentFen, fundsLeftFen }: MoneyOf): readonly MoneyShare[] {
  const wholeFen = amountFen ?? 0;
  const hasRun = RAN.has(state);
  const restFen = state === 'running' ? fundsLeftFen : hasRun ? wholeFen - spentFen : Math.max(wholeFen - paidFen - onTheWayFen, 0);
  const betweenFen = hasRun ? Math.max(wholeFen - spentFen - restFen, 0) : onTheWayFen;
  const parts = [
    { kind: 'done', label: hasRun ? '花了' : '付了', amountFen: hasRun ? spentFen : paidFen },
    { kind: 'between', label: hasRun ? '提了还没付' : '在路上，还没算进来', amountFen: betweenFen },
    { kind: 'rest', label: hasRun ? (state === 'running' ? '还没花' : '没用完') : '还没付', amountFen: restFen },
  ] as const;
  return parts
    .filter((part) => part.kind !== 'between' || part.amountFen > 0)
    .map((part) => ({ ...part, percent: part.amountFen <= 0 || wholeFen <= 0 ? 0 : Math.max(1, Math.round((part.amountFen / wholeFen) * 100)) }));
}

/** The same told in words, for those who hear it. */
export const spokenShares = (shares: readonly MoneyShare[]): string => shares.map(({ label, amountFen }) => `${label} ${formatMoney(amountFen)}`).join('，');

const HIDDEN_NAME: Readonly<Record<DirectedGiverKind, string>> = { member: '一位邻居', merchant: '一家商户', unit: '一家单位' };

/** How the giver stands for everybody else. */
export const hiddenName = (kind: DirectedGiverKind): string => HIDDEN_NAME[kind];

/** The name everybody else reads. */
export const publicName = ({ isAnonymous, giverKind, giverName }: Pick<DirectedView, 'isAnonymous' | 'giverKind' | 'giverName'>): string => (isAnonymous ? hiddenName(giverKind) : giverName);

/** How safe the money is, by where it stands; null once that is over. */
export function safetyWords({ state, amountFen }: Stands): string | null {
  if (amountFen === null) return null;
  if (state === 'running') return '只花在说好的几样上，每一笔要两个人批，还要有票据。';
  return state === 'agreed' || state === 'counting' ? '到期没付齐，每一分自动退回。花钱要两个人批，还要有票据。' : null;
}

/** Before paying: what becomes of the money when the rest does not come. */
export const payReturnWords = ({ payByMs }: Pick<DirectedView, 'payByMs'>, nowMs: number): string => `${payByMs === null ? '到期' : `${formatDate(payByMs, nowMs)}前`}没付齐，付过的每一分自动退回。`;

export interface News {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly note: string;
}

type NewsOf = Pick<DirectedView, 'state' | 'audience' | 'amountFen' | 'note' | 'payByMs' | 'reportByMs' | 'isReportOverdue' | 'toPayFen' | 'onTheWayFen' | 'paidFen' | 'collectorKind' | 'keeperName' | 'entityName' | 'fundsLeftFen' | 'leftover' | 'may'>;

const because = (note: string): string => (note === '' ? '' : `原因：${note}${/[。！？]$/.test(note) ? '' : '。'}`);
const BACK = '已付的不用申请，原路退回，一分不少。';

/** What is so with it and what comes next, for whoever reads; null while it simply goes on. */
export function directedNews(gift: NewsOf, nowMs: number): News | null {
  const { state, audience, note, amountFen, paidFen } = gift;
  const mine = audience === 'giver';
  switch (state) {
    case 'offered': return mine ? { tone: 'info', title: '社区在看', note: '有了答复马上告诉您。答复以前，还能改、能收回。' } : gift.may.canAnswer ? null : { tone: 'info', title: '等一位不相干的同事答复', note: '自己给的、自己的店或单位给的，要请别人来看。' };
    case 'asked': return mine ? { tone: 'warn', title: '社区请您补一句', note } : { tone: 'info', title: '请对方补了', note };
    case 'agreed': return agreedNews(gift, nowMs);
    case 'counting': return { tone: 'info', title: '正在对账', note: '路上的钱有了着落，马上告诉大家结果。' };
    case 'running': return runningNews(gift, nowMs);
    case 'reported': return reportedNews(gift);
    case 'ended': return { tone: 'good', title: '都办完了，谢谢', note: '怎么花的、报告，都留在这里。' };
    case 'refused': return { tone: 'warn', title: '社区没有接', note: because(note) };
    case 'withdrawn': return { tone: 'info', title: '收回了', note: paidFen > 0 || gift.onTheWayFen > 0 ? BACK : because(note) };
    case 'lapsed': return { tone: 'warn', title: '到期没付齐，办不成了', note: BACK };
    case 'cancelled': return { tone: 'warn', title: '社区取消了', note: `${because(note)}${amountFen === null ? '' : BACK}` };
  }
}

function agreedNews(gift: NewsOf, nowMs: number): News | null {
  const { amountFen, payByMs, toPayFen, onTheWayFen, audience, collectorKind, keeperName, entityName } = gift;
  if (amountFen === null || payByMs === null) return { tone: 'good', title: '说定了', note: '东西和服务照说好的来。' };
  const day = formatDate(payByMs, nowMs);
  if (toPayFen === 0) return { tone: 'info', title: '都付了，正在核对', note: '一笔一笔对上了，就开始办。' };
  const way = onTheWayFen > 0 ? `有 ${formatMoney(onTheWayFen)} 还在路上，不用再付那一份。` : '';
  if (audience !== 'giver') return { tone: 'info', title: '说定了，等对方付款', note: `${day}前付齐 ${formatMoney(amountFen)}，付齐了才开始办。` };
  const how = collectorKind === 'cash' ? `把现金交给${entityName ?? '社区'}${keeperName === null ? '' : `的${keeperName}`}，当面开收据。` : '可以分几次付。';
  return { tone: 'good', title: `社区接了，请在 ${day}前付齐`, note: `还要付 ${formatMoney(toPayFen)}。${way}${how}到期没付齐，已付的自己退回。` };
}

function runningNews({ isReportOverdue, reportByMs, audience, amountFen }: NewsOf, nowMs: number): News | null {
  if (reportByMs === null) return null;
  const day = formatDate(reportByMs, nowMs);
  if (isReportOverdue) return { tone: 'warn', title: '该报告的还没报告', note: audience === 'staff' ? '报告以前，不能再付新的钱，负责的人也接不了新的。' : '已经催了。报告以前，一分钱也不再往外付。' };
  return { tone: 'good', title: '在办', note: `${amountFen === null ? '东西和服务照说好的来。' : '花的每一笔都看得到。'}${day}前说一说全部办成了什么。` };
}

/** What is left waits for a place to go, for the giver's yes, or to be handed back. */
function reportedNews({ leftover, fundsLeftFen, audience, note, may }: NewsOf): News | null {
  if (leftover === null) {
    // What is noted since it was agreed is why the giver said no to a proposal.
    const saidNo = note === '' ? '' : `${audience === 'giver' ? '您没同意' : '给的一方没同意'}：${note}${/[。！？]$/.test(note) ? '' : '。'}`;
    return { tone: 'info', title: `都办完了，还剩 ${formatMoney(fundsLeftFen)}`, note: `${saidNo}${audience === 'giver' ? '社区会跟您提一个去处，您点头才算。' : '等社区提一个去处，给的人点头才算。'}` };
  }
  const sum = formatMoney(leftover.amountFen);
  if (may.canAnswerLeftover) return { tone: 'warn', title: `还剩 ${sum}，请您定一下`, note: '社区提了一个去处，写在下面。您点头才算，不点钱不动。' };
  if (may.canConfirmReturn) return { tone: 'warn', title: `${sum} 退给您了`, note: '收到了，点一下最下面的“余款收到了”。' };
  return may.canRecordReturn ? { tone: 'warn', title: `对方同意了，把 ${sum} 退了`, note: '从账上退了，再来这里记凭证号。' } : null;
}

/** Whoever answers for it should write now: it is late, or nothing is left to be done. */
export const isTimeToReport = ({ may, isReportOverdue, fundsLeftFen }: Pick<DirectedView, 'may' | 'isReportOverdue' | 'fundsLeftFen'>): boolean => may.canReport && (isReportOverdue || (may.canReportWhole && fundsLeftFen === 0));

/** What is to become of a leftover, in one sentence; to the giver as what happens on their yes. */
export function leftoverWords({ kind, amountFen, reportByMs }: Pick<NonNullable<DirectedView['leftover']>, 'kind' | 'amountFen' | 'reportByMs'>, isGiver: boolean, nowMs: number): string {
  const sum = formatMoney(amountFen);
  if (kind === 'giver') return isGiver ? `${sum} 退给您，由社区当面或者转账退，收到了再点一下。` : `${sum} 退回给赠与人，由社区当面或者转账退。`;
  if (kind === 'fund') return `${sum} 放进本社区的发展基金，用在大家的事上。`;
  return `${sum} 照原来说好的再办一回${reportByMs === null ? '' : `，${formatDate(reportByMs, nowMs)}前再报告`}。`;
}

/** Whose turn it is with a leftover. */
export function leftoverNext({ state, answerByMs }: Pick<NonNullable<DirectedView['leftover']>, 'state' | 'answerByMs'>, nowMs: number): string {
  switch (state) {
    case 'said': return answerByMs < nowMs ? '问过了，还没有回音；钱留在账上，没人动。' : `等给的人点头，${formatDate(answerByMs, nowMs)}前；不点钱不动。`;
    case 'agreed': return '给的人点头了，等社区退。';
    case 'handed': return '社区说退了，等给的人说一声收到。';
    case 'done': return '都办好了。';
  }
}

/** What follows when the giver takes it back. */
export function withdrawWords({ state, amountFen }: Stands): string {
  if (UNAGREED.has(state)) return '社区不再看这一份。想好了可以再写一份。';
  return amountFen === null ? '东西还没点收，可以收回。社区马上知道。' : '开始办以前都可以收回。付过的每一分原路退回，交过的现金到社区取。';
}
