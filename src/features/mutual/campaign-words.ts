import type { CampaignMatchView, CampaignState, CampaignView, MilestoneView, OwnersVoteView, PropertyConsentView } from '@contract';
import { CAMPAIGN_STATE_LABEL } from '@contract';
import type { NoticeTone } from '@/components/notice/notice';
import type { TagTone } from '@/components/tag/tag';
import type { TimelineStep } from '@/components/timeline/timeline';
import { chinaDate, formatDate, formatMoment, formatMoney, formatShortDate, joinWords } from '@/lib/format';
import type { IconName } from '@/drawings';

const STATE_LOOK: Readonly<Record<CampaignState, readonly [TagTone, IconName]>> = {
  draft: ['plain', 'edit'], submitted: ['plain', 'clock'], publicity: ['blue', 'horn'], open: ['green', 'users'], counting: ['ochre', 'clock'], succeeded: ['green', 'check'],
  ended: ['green', 'flag'], failed: ['plain', 'close'], cancelled: ['plain', 'close'], refused: ['plain', 'close'], withdrawn: ['plain', 'close'],
};

/** Where no money is asked for, none is gathered and none goes back. */
const WITHOUT_MONEY: Readonly<Partial<Record<CampaignState, string>>> = { open: '正在办', counting: '截止了', succeeded: '在办', cancelled: '取消了' };

/** Tint, picture and words of where it stands; told as a whole it is done, although its books are still open. */
export function stateTag({ state, isTold, minimumFen }: Pick<CampaignView, 'state' | 'isTold' | 'minimumFen'>): { readonly tone: TagTone; readonly icon: IconName; readonly words: string } {
  if (state === 'succeeded' && isTold) return { tone: 'green', icon: 'flag', words: '办完了，公开过了' };
  const [tone, icon] = STATE_LOOK[state];
  return { tone, icon, words: (minimumFen === null ? WITHOUT_MONEY[state] : undefined) ?? CAMPAIGN_STATE_LABEL[state] };
}

/** "还有 16 天", "今天截止"; empty where no end is set. */
export function daysLeftWords(endsAtMs: number | null, nowMs: number): string {
  if (endsAtMs === null) return '';
  if (endsAtMs <= nowMs) return '已经截止';
  const days = chinaDate(endsAtMs - 1).dayNumber - chinaDate(nowMs).dayNumber;
  return days === 0 ? '今天截止' : `还有 ${days} 天`;
}

const UNOPENED: ReadonlySet<CampaignState> = new Set(['draft', 'submitted', 'publicity', 'refused', 'withdrawn']);
const OVER: ReadonlySet<CampaignState> = new Set(['ended', 'failed', 'cancelled', 'refused', 'withdrawn']);

/** Nothing could be given yet, so that nothing is counted. */
export const isUnopened = ({ state }: Pick<CampaignView, 'state'>): boolean => UNOPENED.has(state);

/** Nothing is wanted any more. */
export const isOver = ({ state }: Pick<CampaignView, 'state'>): boolean => OVER.has(state);

/** What becomes of one's money: before a stage is decided that it comes back, then how it is spent; null where none is asked for, and where it went back. */
export function returnWords({ state, minimumFen }: Pick<CampaignView, 'state' | 'minimumFen'>): string | null {
  if (minimumFen === null) return null;
  if (state === 'succeeded' || state === 'ended') return '花的每一笔都有票据，有两个人批过。';
  return isOver({ state }) ? null : `到期不够 ${formatMoney(minimumFen)}，每一分自动退回。花钱要两个人批，还要有票据。`;
}

/** Under the tick of the least that is needed, once it is passed. */
export const reachedWords = ({ state }: Pick<CampaignView, 'state'>): string => (state === 'succeeded' || state === 'ended' ? '筹到了' : '过了，能动工');

/** "还有钱在路上。" and as of when the figures are. */
export function figuresNote({ figures }: Pick<CampaignView, 'figures'>, nowMs: number): string {
  if (figures === null) return '';
  if (figures.settledAtMs === null) return '数字马上就有，只算已到账的。';
  return `${figures.isPending ? '还有钱在路上。' : ''}${joinWords('数字到', formatMoment(figures.settledAtMs, nowMs))}，只算已到账的。`;
}

/** Beside the sum; of what is over and was given by nobody, nothing. */
export const giversWords = ({ state, figures }: Pick<CampaignView, 'state' | 'figures'>): string => {
  const givers = figures?.givers ?? 0;
  return isUnopened({ state }) ? '还没开始收' : givers > 0 ? `${givers} 位邻居` : state === 'open' ? '等第一位邻居' : '';
};

export function matchWords({ merchantName, ratioText, leftFen, capPerDayFen }: CampaignMatchView): { readonly title: string; readonly note: string } {
  return { title: `${merchantName}配捐：${ratioText}，${leftFen > 0 ? `还剩 ${formatMoney(leftFen)}` : '已经配完了'}`, note: `每人每天最多配 ${formatMoney(capPerDayFen)}` };
}

/** Counts of the vote; areas in tenths of a percent. */
export function voteWords({ participants, total, inFavour, participantsAreaShare, inFavourAreaShare }: OwnersVoteView): string {
  const percent = (thousandths: number): string => `${thousandths / 10}%`;
  return `${total} 户里 ${participants} 户表决（面积占 ${percent(participantsAreaShare)}），${inFavour} 户同意（面积占 ${percent(inFavourAreaShare)}）`;
}

/** The papers that work on a common part needs, each as a line; what is missing is said too. */
export function checkLines({ subjectKind, ownersVote, propertyConsent }: { readonly subjectKind: CampaignView['subjectKind']; readonly ownersVote: OwnersVoteView | null; readonly propertyConsent: PropertyConsentView | null }, nowMs: number): readonly { readonly key: string; readonly isThere: boolean; readonly title: string; readonly note: string }[] {
  if (subjectKind !== 'place' && ownersVote === null && propertyConsent === null) return [];
  return [
    ownersVote === null ? { key: 'vote', isThere: false, title: '业主表决', note: '还没有记录' } : { key: 'vote', isThere: true, title: `业主表决过了，${formatDate(ownersVote.votedAtMs, nowMs)}`, note: voteWords(ownersVote) },
    propertyConsent === null ? { key: 'consent', isThere: false, title: '物业同意', note: '还没有记录' } : { key: 'consent', isThere: true, title: `物业同意了，${formatDate(propertyConsent.atMs, nowMs)}`, note: propertyConsent.company },
  ];
}

/** The steps of the work: done ones behind, the next one marked. */
export function milestoneSteps(milestones: readonly MilestoneView[], nowMs: number): readonly TimelineStep[] {
  const nextIndex = milestones.findIndex(({ doneAtMs }) => doneAtMs === null);
  return milestones.map(({ milestoneId, text, dueAtMs, doneAtMs, note }, index) => {
    const isLate = doneAtMs === null && dueAtMs < nowMs;
    const words = doneAtMs === null ? (isLate ? `说好 ${formatDate(dueAtMs, nowMs)}，晚了` : '') : note;
    return { key: milestoneId, dateText: formatShortDate(doneAtMs ?? dueAtMs, nowMs), title: text, state: doneAtMs !== null ? 'past' : index === nextIndex ? 'now' : 'next', ...(words === '' ? {} : { note: words }) };
  });
}

/** 2026-11-19 is 11/19. */
export const ledgerDate = (day: string): string => day.replace(/^\d+-0?(\d+)-0?(\d+)$/, '$1/$2');

type NewsOf = Pick<CampaignView, 'state' | 'isTold' | 'note' | 'stage' | 'minimumFen' | 'isDisclosureOverdue' | 'figures' | 'leftover' | 'fundsLeftFen'>;
interface News { readonly tone: NoticeTone; readonly title: string; readonly note: string }

/** The last stage came about: at work, told as a whole, or with what is left shown to the neighbourhood. */
function succeededNews({ isTold, stage, minimumFen, leftover, fundsLeftFen }: NewsOf, nowMs: number): News | null {
  if (leftover !== null) return { tone: 'info', title: `办完了，剩下 ${formatMoney(leftover.amountFen)} 的去向在公示`, note: `打算给${leftover.toText}：${leftover.reason}` };
  if (isTold) return { tone: 'good', title: '办完了，向大家公开过了', note: minimumFen === null ? '办了什么，下面都写着。' : fundsLeftFen > 0 ? `还剩 ${formatMoney(fundsLeftFen)}，给哪儿先公示，再动。` : '花的每一笔都在账本里。' };
  if (stage.endsAtMs === null) return null;
  return { tone: 'good', title: minimumFen === null ? '正在办' : '筹到了，在办', note: `${formatDate(stage.endsAtMs - 1, nowMs)}截止，${minimumFen === null ? '办到哪一步，下面都写着。' : '花的每一笔都在账本里。'}` };
}

const OVERDUE_NOTE = { open: ['该公开的还没公开，先不收钱', '公开以后再接着收。已经给的都在账上。'], succeeded: ['该公开的还没公开', '过了说好的日子，社区在催。给的和花的都在账上。'] } as const;

/** What is so with it and what comes next; null while it simply goes on. */
export function campaignNews(campaign: NewsOf, nowMs: number): News | null {
  const { state, note, stage, figures, leftover } = campaign;
  const why = note === '' ? '' : `原因：${note}${/[。！？]$/.test(note) ? '' : '。'}`;
  if (campaign.isDisclosureOverdue && (state === 'open' || state === 'succeeded')) return { tone: 'warn', title: OVERDUE_NOTE[state][0], note: OVERDUE_NOTE[state][1] };
  switch (state) {
    case 'draft': return note === '' ? null : { tone: 'warn', title: '社区请您补一补', note };
    case 'submitted': return { tone: 'info', title: '社区在看', note: '一般一个工作日里有回音。' };
    case 'publicity': return { tone: 'info', title: '公示中', note: '没有不同意见，公示完就开始。' };
    case 'open': return stage.isFull ? { tone: 'good', title: '够了，谢谢大家', note: (figures?.surplusFen ?? 0) > 0 ? `最好的数也到了，多出来 ${formatMoney(figures?.surplusFen ?? 0)}，去向会写在账本里。` : '最好的数也到了，不再收钱。' } : null;
    case 'counting': return { tone: 'info', title: '截止了，正在对账', note: '路上的钱有了着落，马上告诉大家结果。' };
    case 'failed': return { tone: 'warn', title: `没到 ${formatMoney(campaign.minimumFen ?? 0)}，钱都退回去`, note: '不用申请，原路退回，一分不少。' };
    case 'cancelled': return campaign.minimumFen === null ? { tone: 'warn', title: '取消了', note: `${why}没有收过钱。` } : { tone: 'warn', title: '取消了，钱都退回去', note: `${why}不用申请，原路退回，一分不少。` };
    case 'refused': return { tone: 'warn', title: '社区没有通过', note: why };
    case 'withdrawn': return { tone: 'info', title: '提的人撤回了', note: why };
    case 'ended': return leftover === null ? { tone: 'good', title: '办完了，谢谢大家', note: campaign.minimumFen === null ? '办了什么，下面都写着。' : '花的每一笔都在账本里。' } : { tone: 'info', title: `剩下的 ${formatMoney(leftover.amountFen)} 给了${leftover.toText}`, note: leftover.reason };
    case 'succeeded': return succeededNews(campaign, nowMs);
  }
}
