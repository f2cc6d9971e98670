import type { CircleFactsView, CircleView, FreezeView, MyFreezeView } from '@contract';
import { formatDate } from '@/lib/format';

/** "赵阿姨和小刘", "赵阿姨、小刘和孙宁". */
export function namesLine(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}和${last}`;
}

const percentOf = (times: number, allTimes: number): number => (allTimes === 0 ? 0 : Math.round((100 * times) / allTimes));

/** What was counted, in one sentence; never why. */
export function factsLine({ people, times, allTimes, points }: Pick<CircleFactsView, 'people' | 'times' | 'allTimes' | 'points'>, periodDays: number): string {
  const who = people.length === 2 ? '两人' : ` ${people.length} 人`;
  const share = times === allTimes ? `全在${who}之间` : `占${who}全部的 ${percentOf(times, allTimes)}%`;
  return `这 ${periodDays} 天里互相确认 ${times} 次，${share}；一共得了 ${points} 分。`;
}

/** One direction: who did it, who confirmed. */
export const wayLine = ({ byName, forName, times }: CircleFactsView['ways'][number]): string => `${forName}做的，${byName}确认了 ${times} 次`;

/** Who asked, when and why it is fine; and that they confirmed each other clearly more since. */
export function lookLine({ byName, atMs, note, isQuiet }: NonNullable<CircleView['look']>, nowMs: number): string {
  const asked = `${byName} ${formatDate(atMs, nowMs)}问过：${note.replace(/。$/, '')}。`;
  return isQuiet ? asked : `${asked}后来又多了，再问问。`;
}

/** The sentence a freeze begins with; staff write on, the people read it. */
export function freezeDraft({ people, times }: Pick<CircleFactsView, 'people' | 'times'>, periodDays: number): string {
  return `这 ${periodDays} 天里你们${people.length === 2 ? '两位' : ` ${people.length} 位`}互相确认了 ${times} 次，社区想先问问是些什么事，问清楚以前先等一等。`;
}

/** For one of the people: the same without anybody's name. */
export function myFactsLine({ others, times, allTimes, periodDays }: Pick<MyFreezeView, 'others' | 'times' | 'allTimes' | 'periodDays'>): string {
  const whom = others === 1 ? '一位邻居' : `${others} 位邻居`;
  const share = times === allTimes ? '全在你们之间' : `占你们全部的 ${percentOf(times, allTimes)}%`;
  return `这 ${periodDays} 天里，您和${whom}互相确认了 ${times} 次，${share}。`;
}

export const STATE_TEXT: Readonly<Record<FreezeView['state'], string>> = { frozen: '先放着', lifted: '放开了', ended: '到日子放开了', voided: '没有算' };

/** What the person is told when it is over. */
export function endLine({ state, endNote }: Pick<MyFreezeView, 'state' | 'endNote'>): string {
  if (state === 'voided') return `${endNote} 放着的那些没有算，早先到账的不变。`;
  return endNote === '' ? '日子到了，放着的积分照常到账。' : `${endNote} 放着的积分照常到账。`;
}

/** Whom an answer or a void is for, when not the reader. */
export function notForReader(freeze: Pick<FreezeView, 'isByReader'>): string | null {
  return freeze.isByReader ? '是您放下的，答复和作废要请另一位同事来；放开，您随时可以。' : null;
}
