import { SHARE_ITEM_KINDS, type ShareCodeView, type ShareItemKind, type ShareSightView } from '@contract';
import { clipped } from '@/lib/clipped';
import { formatDate } from '@/lib/format';
import { KIND_WORDS, sightLine } from './share-kinds';
import { SHARE_LIMITS } from './share-limits';

const HOW: Readonly<Record<ShareItemKind, string>> = {
  wish: '想帮的往下接：称呼 + 几份。接了再点群里的“邻愿”卡片认领，才算数。',
  shift: '想来的往下接：称呼。接了再点群里的“邻愿”卡片报名，才有位子。',
  round: '想认领的往下接：称呼。点群里的“邻愿”卡片，挑一件认领。',
  mutual: '本社区的邻居点群里的“邻愿”卡片看、参加。群里不收钱、不转账。',
  linked: '想看的点群里的“邻愿”卡片，要给到平台上给。群里不收钱、不转账。',
  directed: '想看的点群里的“邻愿”卡片，用到哪里了都在上面。',
  consult: '本社区的邻居点群里的“邻愿”卡片，选三样最要紧的。群里不用回，点卡片里的才算。',
};
const HEAD: Readonly<Record<ShareItemKind, string>> = { wish: '邻居有个心愿', shift: '社区活动，缺人', round: '爱心认领', mutual: '社区互助', linked: '公开募捐', directed: '定向赠与', consult: '一起商量' };
/** People write themselves under these; the others only tell. */
const CHAINED: readonly ShareItemKind[] = ['wish', 'shift', 'round'];

/** Pure: a text to paste into a chat, as people know it from 接龙. Never who is helped, where they live or why. */
export function chainText(sight: ShareSightView, nowMs: number): string {
  const { itemKind, title, placeName } = sight;
  const isChain = CHAINED.includes(itemKind);
  const lines = [...(isChain ? ['#接龙'] : []), `【${HEAD[itemKind]}】${title}`, [placeName, sightLine(sight, nowMs)].filter(Boolean).join(' · '), HOW[itemKind], ...(isChain ? ['', '1. '] : [])];
  return clipped(lines.join('\n'), SHARE_LIMITS.chainCharacters);
}

/** Pure: what is near and needed this week, to paste into a group, with thanks where something came of the last. */
export function digestText(placeName: string, things: readonly ShareSightView[], shares: readonly ShareCodeView[], nowMs: number): string {
  const done = shares.reduce((sum, { numbers }) => sum + numbers.completed, 0);
  const parts = SHARE_ITEM_KINDS.flatMap((kind) => {
    const own = things.filter(({ itemKind }) => itemKind === kind).slice(0, SHARE_LIMITS.digestThings);
    return own.length === 0 ? [] : ['', `· ${KIND_WORDS[kind].listTitle}`, ...own.map((thing, index) => `${index + 1}. ${[thing.title, sightLine(thing, nowMs)].filter(Boolean).join('，')}`)];
  });
  const thanks = done > 0 ? ['', `从咱们群来的邻居，办好了 ${done} 件事，谢谢大家。`] : [];
  const body = clipped([`【${placeName}】这周邻居们的事（${formatDate(nowMs, nowMs)}）`, ...parts].join('\n'), SHARE_LIMITS.digestCharacters - 120);
  return [body, ...thanks, '', '想帮的，点群里的“邻愿”小程序卡片就行。'].join('\n');
}
