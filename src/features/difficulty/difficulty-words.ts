import { DIFFICULTY_CATEGORY_LABEL, type DifficultyCardView, type DifficultyCheckKind, type DifficultyState } from '@contract';
import type { TagTone } from '@/components/tag/tag';
import type { IconName } from '@/drawings';
import { formatDate, formatDeadline } from '@/lib/format';

export const CASE_LOOK: Readonly<Record<DifficultyState, readonly [TagTone, IconName]>> = {
  suggested: ['accent', 'flag'],
  checking: ['accent', 'eye'],
  checked: ['ochre', 'check'],
  publicity: ['ochre', 'horn'],
  toDecide: ['accent', 'ask'],
  inLedger: ['green', 'check'],
  refused: ['plain', 'close'],
  closed: ['plain', 'close'],
  ended: ['plain', 'clock'],
};

/** What each of the four checks asks. */
export const CHECK_HINT: Readonly<Record<DifficultyCheckKind, string>> = {
  visit: '上门看：住得怎么样、吃穿够不够',
  listen: '听邻居、楼组长怎么说',
  records: '查社保、救助、户籍这些记录',
  discuss: '至少三个人一起议一议',
};

/** Pure: one line on what is next and by when. */
export function caseLine(card: DifficultyCardView, nowMs: number): string {
  switch (card.state) {
    case 'inLedger':
      return `${card.nextVisitAtMs === null ? '' : `${formatDeadline(card.nextVisitAtMs, nowMs)}上门 · `}${card.validUntilMs === null ? '' : `到 ${formatDate(card.validUntilMs, nowMs)}`}`;
    case 'checking':
      return `四查记了 ${card.checksDone} 项${card.dueAtMs === null ? '' : `，${formatDeadline(card.dueAtMs, nowMs)}记下一项`}`;
    case 'suggested':
    case 'checked':
    case 'toDecide':
      return card.dueAtMs === null ? '' : `${formatDeadline(card.dueAtMs, nowMs)}办`;
    case 'publicity':
      return '公示期满再来决定';
    case 'refused':
    case 'closed':
    case 'ended':
      return card.validUntilMs === null ? '' : `台账到 ${formatDate(card.validUntilMs, nowMs)}`;
  }
}

export const categoryWords = (card: Pick<DifficultyCardView, 'categories'>): string => card.categories.map((category) => DIFFICULTY_CATEGORY_LABEL[category]).join('、');
