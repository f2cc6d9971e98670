import { RELATION_LABEL, SIGN_UP_STATE_LABEL, SKILL_LABEL, type ActivityWords, type CompanionView, type MySignUpView, type ShiftCardView } from '@contract';
import { chinaDate, formatClock, formatDate, formatDay, formatMinutes, formatMoment } from '@/lib/format';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const HOUR_MS = 3_600_000;
/** A shift that starts so soon is a matter of hours: a place that comes free is kept less long. */
const SOON_MS = 24 * HOUR_MS;

type Span = Pick<ShiftCardView, 'startsAtMs' | 'endsAtMs'>;
type Seats = Pick<ShiftCardView, 'state' | 'seatsLeft' | 'waitingCount' | 'startsAtMs'>;

const isOneDay = ({ startsAtMs, endsAtMs }: Span): boolean => chinaDate(startsAtMs).dayNumber === chinaDate(endsAtMs - 1).dayNumber;

/** 9:00–11:00; over several days the end says its day. */
export const clockSpan = (span: Span, nowMs: number): string => `${formatClock(span.startsAtMs)}–${isOneDay(span) ? '' : `${formatDay(span.endsAtMs, nowMs)} `}${formatClock(span.endsAtMs)}`;

/** 11 月 21 日 9:00–11:00 */
export const dateSpan = (span: Span, nowMs: number): string => `${formatDate(span.startsAtMs, nowMs)} ${clockSpan(span, nowMs)}`;

/** 明天 周六, 下周六: the small line over a date of the strip. */
export function stripDay(startsAtMs: number, nowMs: number): string {
  const at = chinaDate(startsAtMs);
  const now = chinaDate(nowMs);
  const weekday = WEEKDAYS[at.weekday] ?? '';
  const days = at.dayNumber - now.dayNumber;
  if (days === 0) return `今天 ${weekday}`;
  if (days === 1) return `明天 ${weekday}`;
  // Weeks begin on Monday.
  const monday = now.dayNumber - ((now.weekday + 6) % 7);
  const week = Math.floor((at.dayNumber - monday) / 7);
  if (week === 0) return weekday;
  return week === 1 ? `下${weekday}` : `${at.month} 月 ${weekday}`;
}

/** 还有 2 位, 满了, 满了，1 位在候补, and what a shift is once it is not ahead any more. */
export function seatText({ state, seatsLeft, waitingCount, startsAtMs }: Seats, nowMs: number): string {
  if (state === 'cancelled') return '取消了';
  if (state === 'planned') return '等发布';
  if (state === 'confirmed' || state === 'over') return '办完了';
  if (startsAtMs <= nowMs) return '开始了';
  if (seatsLeft > 0 && waitingCount === 0) return `还有 ${seatsLeft} 位`;
  return '满了';
}

export const isFull = ({ seatsLeft, waitingCount }: Pick<ShiftCardView, 'seatsLeft' | 'waitingCount'>): boolean => seatsLeft === 0 || waitingCount > 0;

/** 我和王奶奶（爸妈长辈） */
export function whoComes(isSelf: boolean, companions: readonly CompanionView[]): string {
  const others = companions.map(({ name, relation }) => `${name}（${RELATION_LABEL[relation]}）`);
  return [...(isSelf ? ['我'] : []), ...others].join('、');
}

/** What a sign-up of mine means now and what comes next, in a sentence. */
export function mySignUpText(mine: MySignUpView, nowMs: number): string {
  const until = mine.untilMs === null ? '' : formatMoment(mine.untilMs, nowMs);
  switch (mine.state) {
    case 'joined':
      if (mine.shiftState === 'over') return '等领队记名单，记好会告诉您。';
      return mine.startsAtMs <= nowMs ? '正在进行，到了请跟领队说一声。' : `${formatMoment(mine.startsAtMs, nowMs)} 在${mine.placeText}见。来不了，请早点说一声。`;
    case 'asked':
      if (mine.lacks !== null) return `这一班要学过“${SKILL_LABEL[mine.lacks]}”，位子先给您留着，等领队点头。${until === '' ? '' : `${until} 前没回音，就是这次不行。`}`;
      return until === '' ? '位子先给您留着，等领队点头。' : `位子先给您留着，等领队点头。${until} 前没回音，就算报上了。`;
    case 'waiting':
      return mine.waitingNumber === null ? '空出位子会先留给您，到时候提醒您点一下。' : `您排在第 ${mine.waitingNumber} 位。空出位子会先留给您，到时候提醒您点一下。`;
    case 'offered':
      return `空出位子了，给您留到 ${until}。要来就点一下，不来就让给下一位。`;
    case 'attended':
      return attendedText(mine);
    case 'absent':
      return `领队没见到您。是有什么事吗？${until === '' ? '' : `${until} 前`}说一声，生病、照顾家人都不算爽约。`;
    case 'excused':
      return '知道您有事，不算爽约。';
    case 'noShow':
      return mine.todo === 'appeal' ? '记了一次没来。觉得不对，可以说明情况，请社区再看。' : '记了一次没来。';
    default:
      return endedText(mine);
  }
}

function attendedText({ fromMs, toMs, isSelf }: MySignUpView): string {
  if (!isSelf) return '您报的人来了，谢谢。';
  if (fromMs === null) return '来了，谢谢您。';
  return toMs === null ? `记了您 ${formatClock(fromMs)} 到，几点走的没记上，请您说一下。` : `记了 ${formatClock(fromMs)}–${formatClock(toMs)}，一共 ${formatMinutes((toMs - fromMs) / 60_000)}。`;
}

function endedText({ state, shiftState }: MySignUpView): string {
  if (shiftState === 'cancelled') return '这一班取消了。';
  const words = { cancelled: '您已经说过不来了，位子让给了别人。', lateCancelled: '您临时来不了，已经告诉领队了。', lapsed: '没等到您回音，位子让给了下一位。', declined: '这次没能安排上，看看别的班次吧。' } as const;
  return state in words ? words[state as keyof typeof words] : SIGN_UP_STATE_LABEL[state];
}

/** How long a place that comes free is kept, as said on the page. */
export const offerWords = (startsAtMs: number, nowMs: number, rules: { readonly offerHours: number; readonly shortOfferHours: number }): string => `${startsAtMs - nowMs <= SOON_MS ? rules.shortOfferHours : rules.offerHours} 小时`;

/** What a person should know before they come: ages, skills, risk, cover, children. */
export function needWords({ ages, skills, teaches, needs, minors, risk, insurance }: Pick<ActivityWords, 'ages' | 'skills' | 'teaches' | 'needs' | 'minors' | 'risk' | 'insurance'>): readonly { readonly label: string; readonly value: string }[] {
  return [
    ...(ages === null ? [] : [{ label: '年纪', value: `${ages.from} 到 ${ages.to} 岁` }]),
    ...(teaches === null ? [] : [{ label: '能学到', value: `${SKILL_LABEL[teaches]}，从头听到尾有培训证明` }]),
    ...(needs === null ? [] : [{ label: needs.isMust ? '要学过' : '最好学过', value: needs.isMust ? `${SKILL_LABEL[needs.skill]}，没有培训证明的先问领队` : SKILL_LABEL[needs.skill] }]),
    ...(skills.length === 0 ? [] : [{ label: '最好会', value: skills.join('、') }]),
    { label: '孩子', value: minors.isAllowed ? '可以带孩子，监护人要一起来' : '这次只请成年人' },
    ...(risk.level === 'none' ? [] : [{ label: '要当心', value: risk.note === '' ? '有些风险，听领队安排' : risk.note }]),
    ...(insurance === '' ? [] : [{ label: '保险', value: insurance }]),
  ];
}

/** For whom it is now, when not for everybody; empty otherwise. */
export function audienceWord({ audience, firstUntilMs }: Pick<ShiftCardView, 'audience' | 'firstUntilMs'>, nowMs: number): string {
  if (audience === 'helpTeam') return '帮扶小组';
  if (audience === 'teamOnly') return '只给队员';
  return audience === 'teamFirst' && firstUntilMs !== null && firstUntilMs > nowMs ? '先给队员' : '';
}
