import type { ShareItemKind, ShareSightView } from '@contract';
import type { ObjectName } from '@/drawings';
import { formatDate, formatDay, formatDeadline, formatMoment, formatWindow } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';

export interface PosterWords {
  readonly place: string;
  /** The one time that matters; empty for none. */
  readonly tag: string;
  readonly title: string;
  /** Under the title; empty for none. */
  readonly note: string;
  /** What is still needed; empty for none. */
  readonly left: string;
  readonly act: string;
  readonly how: readonly string[];
  readonly drawing: ObjectName;
}

const DRAWING: Readonly<Record<ShareItemKind, ObjectName>> = { wish: 'goods', shift: 'calendar', round: 'hand', mutual: 'tools', linked: 'hand', directed: 'goods', consult: 'tea' };

type Own = Pick<PosterWords, 'tag' | 'note' | 'left' | 'act' | 'how'>;

function ownWords({ itemKind, shares, seats, fromMs, untilMs, note }: ShareSightView, nowMs: number): Own {
  switch (itemKind) {
    case 'wish':
      return { tag: untilMs === null ? '' : formatWindow(untilMs, nowMs), note: note === '' ? '' : `一份是：${note}`, left: shares === null ? '' : shares.left > 0 ? `还差 ${shares.left} 份` : '都有人接了', act: '长按扫一扫，认领一份', how: [untilMs === null ? '' : formatDeadline(untilMs, nowMs), '送到哪里，认领了就知道'] };
    case 'shift':
      return { tag: fromMs === null ? '' : formatDay(fromMs, nowMs), note: fromMs === null ? '' : formatMoment(fromMs, nowMs), left: seats === null ? '' : seats.left > 0 ? `还差 ${seats.left} 人` : '报满了', act: '长按扫一扫，报个名', how: ['在哪儿、要做什么', '点开都写着'] };
    case 'round':
      return { tag: untilMs === null ? '' : formatWindow(untilMs, nowMs), note, left: '', act: '长按扫一扫，挑一件', how: [untilMs === null ? '' : `办到 ${formatDate(untilMs, nowMs)}`, '量力就好，一件也行'] };
    case 'mutual':
      return { tag: '', note: '本社区成员可参加', left: '', act: '长按扫一扫，看一看', how: ['住在本社区的，加入就能看', '群里不收钱、不转账'] };
    case 'linked':
      return { tag: '', note, left: '', act: '长按扫一扫，去平台看', how: ['要给，到平台上给', '邻愿不收钱'] };
    case 'consult':
      return { tag: untilMs === null ? '' : formatWindow(untilMs, nowMs), note: '哪几样最要紧，大家说了算', left: '', act: '长按扫一扫，选三样', how: ['住在本社区的，都能说', '说了什么，社区一条条答复'] };
    case 'directed':
      return { tag: '', note: '本社区邻居可看', left: '', act: '长按扫一扫，看一看', how: ['谁给了什么', '用到哪里了'] };
  }
}

/** Pure: what stands on a poster. No age, illness, building or way to anybody's door (mock-up 14 as corrected). */
export function posterWords(sight: ShareSightView, nowMs: number): PosterWords {
  const own = ownWords(sight, nowMs);
  return { place: sight.placeName, title: sight.title, drawing: sight.pictureKey === null ? DRAWING[sight.itemKind] : pictureOf(sight.pictureKey), ...own, how: own.how.filter(Boolean) };
}
