import { useState } from 'react';
import { View } from '@tarojs/components';
import type { SuitedWishView, SupplyCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { MetaLine } from '@/components/meta-line/meta-line';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatWindow } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 适合您的心愿: for each of one's open offers the wishes that suit it, the best first, each with why. */
export function SuitedWishes({ supplyId }: { supplyId: string }) {
  const mine = useApiQuery('supply.mine', {});
  const [chosen, setChosen] = useState(supplyId);
  const open = (mine.data ?? []).filter(({ state, isMine }) => state === 'open' && isMine);
  const shown = open.find((supply) => supply.supplyId === chosen) ?? open[0];
  if (mine.data === undefined) return mine.failure === null ? <SkeletonList count={3} /> : <ErrorState failure={mine.failure} onRetry={() => void mine.refresh()} />;
  if (shown === undefined) {
    return <EmptyState scene="basket" title={mine.data.length === 0 ? '先写一句您能帮什么' : '登记的都歇着'} note={mine.data.length === 0 ? '写了能帮什么、什么时候方便，才知道哪些心愿合适。' : '打开一份，就能看到合适的心愿。'} action={mine.data.length === 0 ? <Button onClick={() => void openPage('editSupply')}>登记一份</Button> : <Button onClick={() => void openPage('supplies')}>去打开</Button>} />;
  }
  return (
    <View>
      <View className="u-sub">按合不合适排好：同一类、离得近、时间对得上、做得来。等得久的往前排。</View>
      {open.length > 1 && <View className="u-mt3"><ChipRow edge>{open.map((supply) => <Chip key={supply.supplyId} kind="filter" on={supply.supplyId === shown.supplyId} onClick={() => setChosen(supply.supplyId)}>{supply.title}</Chip>)}</ChipRow></View>}
      <WishesOf key={shown.supplyId} supply={shown} />
    </View>
  );
}

function WishesOf({ supply: { supplyId, title, capacityPerWeek } }: { supply: SupplyCardView }) {
  const query = useApiQuery('supply.wishesFor', { supplyId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <View className="u-mt3">{query.failure === null ? <SkeletonList count={3} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</View>;
  const { wishes, isFull } = query.data;
  const toWall = { text: '看看心愿墙', onClick: () => void openPage('wishes') };
  if (isFull) return <EmptyState scene="basket" title="手上的够忙一周了" note={`“${title}”一周帮 ${capacityPerWeek} 次，手上在办的已经有这么多。办好一件，再给您找合适的。`} action={<Button onClick={() => void openPage('myClaims')}>看看手上的</Button>} link={toWall} />;
  if (wishes.length === 0) return <EmptyState scene="branch" title="眼下没有合适的" note={`“${title}”的地方和时间里，没有人在等。过几天再来看看。`} action={<Button kind="secondary" onClick={toWall.onClick}>{toWall.text}</Button>} />;
  return <View className="u-stack u-mt3">{wishes.map((wish) => <SuitedWish key={wish.wishId} wish={wish} />)}</View>;
}

/** Said once: as a tag only where the reason does not say it. */
const URGENT = '急';

/** One wish and why it suits. */
function SuitedWish({ wish }: { wish: SuitedWishView }) {
  const { wishId, title, pictureKey, urgency, areaName, sharesLeft, shareNote, windowEndMs, why } = wish;
  return (
    <Card onClick={() => void openPage('wishDetail', { wishId })}>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={pictureOf(pictureKey)} size={56} />
        <View className="u-grow">
          <View className="u-h3 u-two u-break">{title}</View>
          <View className="u-mid u-green u-mt1">{why}</View>
        </View>
      </View>
      {urgency === 'urgent' && !why.includes(URGENT) && <View className="u-row u-mt2"><Tag tone="accent" icon="clock">{URGENT}</Tag></View>}
      <MetaLine className="u-cap u-mt2" parts={[`还差 ${sharesLeft} 份`, shareNote, areaName, formatWindow(windowEndMs, serverNowMs())]} />
    </Card>
  );
}
