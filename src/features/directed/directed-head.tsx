import { View } from '@tarojs/components';
import type { DirectedView } from '@contract';
import { Card } from '@/components/card/card';
import { Drawing } from '@/components/drawing/drawing';
import { KeyValue } from '@/components/key-value/key-value';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { Notice } from '@/components/notice/notice';
import { Tag } from '@/components/tag/tag';
import { formatMoney } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { directedNews, directedTag, dueWords, hasMoneyPicture, hiddenName, isUnagreed, moneyShares } from './directed-words';
import { MoneyPicture } from './money-picture';
import './directed.css';

const HERO = { project: 'plant', needs: 'goods', organisation: 'hand' } as const;
const HERO_PX = 104;

/** The drawing, the lane, the name, and what is so with it. */
export function DirectedHead({ gift }: { gift: DirectedView }) {
  const { forKind, subjectKind, communityName, title } = gift;
  const nowMs = serverNowMs();
  const tag = directedTag(gift);
  const news = directedNews(gift, nowMs);
  const due = dueWords(gift, nowMs);
  return (
    <View>
      <View className="dir-hero"><Drawing name={subjectKind === 'person' ? 'tea' : HERO[forKind]} size={HERO_PX} /></View>
      <View className="u-row u-wrap u-gap2 u-mt4"><LaneBadge lane="directed" /><View className="u-sub">{communityName}</View></View>
      <View className="u-title u-mt2 u-break">{title}</View>
      <View className="u-row u-wrap u-gap2 u-mt2"><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag>{due !== '' && <View className="u-cap">{due}</View>}</View>
      {news !== null && <View className="u-mt4"><Notice tone={news.tone} title={news.title}>{news.note}</Notice></View>}
    </View>
  );
}

/** Who gives to whom, and who receives and answers for it. */
export function DirectedWho({ gift }: { gift: DirectedView }) {
  const { audience, giverKind, giverName, isAnonymous, forText, entityName, answerable } = gift;
  const giver = isAnonymous && audience !== 'neighbour' ? `${giverName}（公开写“${hiddenName(giverKind)}”）` : giverName;
  const rows = [
    { label: '谁给的', value: giver },
    { label: '给哪里', value: forText },
    ...(entityName === null ? [] : [{ label: '谁来收', value: `${entityName}，邻愿不经手` }]),
    ...(answerable === null ? [] : [{ label: '谁负责', value: answerable.isMe ? `${answerable.name}（您）` : answerable.name }]),
  ];
  return <View className="u-mt4"><Card><KeyValue rows={rows} /></Card></View>;
}

/** The money as a picture: how far it is paid, then how far it is spent; nothing where none is given. */
export function DirectedMoney({ gift }: { gift: DirectedView }) {
  const { amountFen, state } = gift;
  if (amountFen === null) return null;
  return (
    <View className="u-mt4">
      <Card>
        <View className="u-row u-baseline u-between u-wrap"><View className="u-mid">{hasMoneyPicture(state) || isUnagreed(state) ? '一共给' : '说好给'}</View><View className="u-number">{formatMoney(amountFen)}</View></View>
        {hasMoneyPicture(state) && <View className="u-mt3"><MoneyPicture shares={moneyShares(gift)} /></View>}
      </Card>
    </View>
  );
}
