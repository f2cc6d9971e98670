import type { MyRatingView, RatingPointState } from '@contract';
import { formatDate } from '@/lib/format';

type Tone = 'green' | 'ochre' | 'plain';

const WORDS: Readonly<Record<RatingPointState, { readonly text: string; readonly tone: Tone }>> = {
  waiting: { text: '等待到账', tone: 'ochre' },
  earned: { text: '有积分', tone: 'green' },
  granted: { text: '补上了积分', tone: 'green' },
  none: { text: '这次没有积分', tone: 'plain' },
  takenBack: { text: '积分收回了', tone: 'plain' },
  notOffered: { text: '不记积分', tone: 'plain' },
};

const GIVEN: ReadonlySet<RatingPointState> = new Set(['waiting', 'earned', 'granted']);

/** Pure: what became of the point, as a tag says it. */
export function pointWord(rating: Pick<MyRatingView, 'pointState' | 'points' | 'pointsDueAtMs'>, nowMs: number): { readonly text: string; readonly tone: Tone } {
  // Given by the rating's own rules, but the community's caps left nothing.
  if (rating.points === 0 && GIVEN.has(rating.pointState)) return WORDS.none;
  if (rating.pointState === 'waiting' && rating.pointsDueAtMs !== null) return { text: `${rating.points} 分，${formatDate(rating.pointsDueAtMs, nowMs)}到账`, tone: 'ochre' };
  return WORDS[rating.pointState];
}

/** Pure: how an appeal stands, in a sentence. */
export function appealWord(appeal: NonNullable<MyRatingView['appeal']>, nowMs: number): string {
  if (appeal.state === 'open') return `您申诉了：“${appeal.words.replace(/。$/, '')}”。社区 ${formatDate(appeal.dueAtMs, nowMs)}前答复。`;
  return `${appeal.state === 'granted' ? '申诉通过了' : '申诉看过了，没有改'}。社区说：${appeal.note}`;
}
