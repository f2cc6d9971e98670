import type { ShareItemKind, ShareSightView } from '@contract';
import type { IconName } from '@/drawings';
import { clipped } from '@/lib/clipped';
import { formatDate, formatDeadline, formatMoment, formatRemaining } from '@/lib/format';
import type { PageName, PageQuery } from '@/lib/pages';
import { CARD_TITLE_CHARACTERS } from '@/lib/share-card';
import { SHARE_LIMITS } from './share-limits';

interface KindWords {
  readonly icon: IconName;
  /** Over a list of them that a group owner picks from. */
  readonly listTitle: string;
  /** What whoever opens the card meets, for the owner who sends it. */
  readonly landing: string;
  readonly page: PageName;
  readonly idName: string;
}

const LANDING = (thing: string): string => `邻居点开就看到${thing}，没加入的先加入再回来。`;

export const KIND_WORDS: Readonly<Record<ShareItemKind, KindWords>> = {
  wish: { icon: 'wish', listTitle: '等人接的心愿', landing: LANDING('这件心愿'), page: 'wishDetail', idName: 'wishId' },
  shift: { icon: 'calendar', listTitle: '还差人的活动', landing: LANDING('这个活动'), page: 'shift', idName: 'id' },
  round: { icon: 'star', listTitle: '正在办的认领', landing: LANDING('这一期'), page: 'round', idName: 'id' },
  mutual: { icon: 'users', listTitle: '社区互助', landing: '本社区的邻居点开就看到、能参加；别的社区的人只看得到题目。', page: 'campaign', idName: 'id' },
  linked: { icon: 'shield', listTitle: '公开募捐', landing: '邻居点开就看到是谁在募、备案编号，要给去平台上给；邻愿不收钱。', page: 'linked', idName: 'id' },
  directed: { icon: 'box', listTitle: '定向赠与', landing: '本社区的邻居点开就看到谁给了什么、用到哪里了。', page: 'directed', idName: 'id' },
  consult: { icon: 'users', listTitle: '正在商量的事', landing: '本社区的邻居点开就能选哪几样最要紧；没加入的先加入再回来。', page: 'consult', idName: 'id' },
};

/** Pure: the thing's own page. */
export const pageOfThing = ({ itemKind, itemId }: Pick<ShareSightView, 'itemKind' | 'itemId'>): readonly [name: PageName, query: PageQuery] => [KIND_WORDS[itemKind].page, { [KIND_WORDS[itemKind].idName]: itemId }];

/** Pure: what matters now of a thing, in one line; empty where outsiders may know no more than its title. */
export function sightLine({ itemKind, shares, seats, fromMs, untilMs, note }: ShareSightView, nowMs: number): string {
  switch (itemKind) {
    case 'wish':
      return [shares === null ? '' : `还差 ${shares.left} 份`, untilMs === null ? '' : formatDeadline(untilMs, nowMs)].filter(Boolean).join(' · ');
    case 'shift':
      return [fromMs === null ? '' : formatMoment(fromMs, nowMs), seats === null ? '' : `还差 ${seats.left} 人`].filter(Boolean).join(' · ');
    case 'round':
      return [note, untilMs === null ? '' : `${formatRemaining(untilMs, nowMs)}，到 ${formatDate(untilMs, nowMs)}`].filter(Boolean).join(' · ');
    case 'linked':
      return [note, untilMs === null ? '' : `到 ${formatDate(untilMs, nowMs)}`].filter(Boolean).join(' · ');
    case 'consult':
      return [note, untilMs === null ? '' : `商量到 ${formatDate(untilMs, nowMs)}`].filter(Boolean).join(' · ');
    case 'mutual':
      return '本社区成员可参加';
    case 'directed':
      return '本社区邻居可看';
  }
}

function headOf({ itemKind, title, placeName, shares }: ShareSightView): string {
  switch (itemKind) {
    case 'wish':
      return shares !== null && shares.left > 0 && shares.wanted > 1 ? `邻居有个心愿：${title}，还差 ${shares.left} 份` : `邻居有个心愿：${title}`;
    case 'shift':
      return `${title}，一起来`;
    case 'round':
      return `爱心认领：${title}`;
    case 'mutual':
    case 'directed':
      return `${placeName}：${title}`;
    case 'linked':
      return `公开募捐：${title}`;
    case 'consult':
      return `想听听您怎么看：${title}`;
  }
}

/** Pure: the title of a card in a chat; of mutual aid no more than what outsiders may read. */
export const cardTitle = (sight: ShareSightView): string => clipped(headOf(sight), CARD_TITLE_CHARACTERS);

/** Pure: the same for Moments, which show one line. */
export const timelineTitle = (sight: ShareSightView): string => clipped(headOf(sight), SHARE_LIMITS.timelineTitleCharacters);
