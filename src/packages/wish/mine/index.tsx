import { View } from '@tarojs/components';
import type { MyWishView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MyWishRow } from '@/features/wish/my-wish-row';
import { MemberGate } from '@/features/home/member-gate';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const NO_INPUT = {};

function openStep(wish: MyWishView): void {
  if (wish.nextStep === 'answer' || wish.nextClaimId === null) {
    void openPage('wishDetail', { wishId: wish.wishId, step: wish.nextStep ?? undefined });
    return;
  }
  void openPage('confirmWish', { wishId: wish.wishId, claimId: wish.nextClaimId, step: wish.nextStep === 'rate' ? 'rate' : undefined });
}

/** 我的心愿 */
export default function MyWishesPage() {
  return <MemberGate title="我的心愿" about="先加入您的社区，就能请邻居帮忙。" back="myWishes">{() => <MyWishes />}</MemberGate>;
}

function MyWishes() {
  const pages = useApiPages('wish.mine', NO_INPUT);
  useListPage({ refresh: pages.refresh, loadMore: pages.loadMore });
  const post = <Button onClick={() => void openPage('postWish')}>再发一个心愿</Button>;
  const hasRows = pages.items.length > 0;
  return (
    <Screen title="我的心愿" bottom={hasRows ? <BottomBar>{post}</BottomBar> : undefined}>
      {pages.isLoading && <SkeletonList kind="wish" count={3} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} kept="发过的心愿都在，没有丢" onRetry={() => void pages.refresh()} />}
      {!pages.isLoading && pages.failure === null && !hasRows && (
        <EmptyState scene="basket" title="您还没发过心愿" note="灯坏了、想理个发、孩子缺个书包，说一句，邻居看得到" action={<Button onClick={() => void openPage('postWish')}>说说想请邻居帮什么</Button>} />
      )}
      {hasRows && (
        <View className="u-stack">
          {pages.items.map((wish) => <MyWishRow key={wish.wishId} wish={wish} onOpen={() => void openPage('wishDetail', { wishId: wish.wishId })} onStep={() => openStep(wish)} />)}
          <ListFoot pages={pages} endText="就这些了" />
        </View>
      )}
    </Screen>
  );
}
