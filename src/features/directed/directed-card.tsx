import { View } from '@tarojs/components';
import type { DirectedCardView } from '@contract';
import { Card } from '@/components/card/card';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Tag } from '@/components/tag/tag';
import { formatMoney, joinWords } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { directedTag, dueWords, hasMoneyPicture, moneyShares, waitsWords } from './directed-words';
import { MoneyTrack } from './money-picture';

/** A gift in a list: what, from whom for what, how far its money is. */
export function DirectedCard({ gift, onOpen }: { gift: DirectedCardView; onOpen: () => void }) {
  const { title, giverName, forText, state, amountFen, paidFen, spentFen, thingsText, waits } = gift;
  const tag = directedTag(gift);
  // A row does not know what is on its way or asked for: those are shown as wanting and as unspent.
  const shares = moneyShares({ state, amountFen, paidFen, spentFen, onTheWayFen: 0, fundsLeftFen: paidFen - spentFen });
  const hasPicture = amountFen !== null && hasMoneyPicture(state);
  return (
    <Card onClick={onOpen}>
      <View className="u-h3 u-two u-break">{title}</View>
      <View className="u-sub u-mt1 u-break">{joinWords(`${giverName}给`, forText)}</View>
      <View className="u-row u-wrap u-gap2 u-mt2"><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag>{waits !== null && waits !== 'answer' && <Tag tone="accent" icon="clock">{waitsWords(waits)}</Tag>}</View>
      {hasPicture && <View className="u-mt3"><MoneyTrack shares={shares} size="small" /></View>}
      <MetaLine className="u-cap u-mt2" parts={[amountFen === null ? '' : formatMoney(amountFen), ...(hasPicture ? shares.slice(0, 1).map(({ label, amountFen: doneFen }) => `${label} ${formatMoney(doneFen)}`) : []), thingsText, dueWords(gift, serverNowMs())]} />
    </Card>
  );
}
