import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Screen } from '@/components/screen/screen';
import { SearchField } from '@/components/search-field/search-field';
import { ShareLegend } from '@/components/share-legend/share-legend';
import { ErrorState } from '@/components/error-state/error-state';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { BatchBar } from '@/features/claim/batch-bar';
import { canPick, useBasket } from '@/features/claim/batch-basket';
import { Welcome } from '@/features/home/welcome';
import { useLegendShown } from '@/features/wish/legend-seen';
import { useWallFilter, wallInput } from '@/features/wish/wall-filter';
import { WallFilters } from '@/features/wish/wall-filters';
import { WallList } from '@/features/wish/wall-list';
import type { WallPicking } from '@/features/wish/wish-card-of';
import { openPage } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** A person who is still typing is not searching yet. */
const TYPING_PAUSE_MS = 400;

/** 心愿墙 */
export default function WishesPage() {
  const session = useSession();
  const { filter } = useWallFilter();
  const isLegendShown = useLegendShown();
  const pages = useApiPages('wish.wall', wallInput(filter), { isEnabled: session.status === 'joined' });
  const picking = useWallPicking();
  useListPage({ refresh: pages.refresh, loadMore: pages.loadMore });

  return (
    <Screen title="心愿墙" back={false} {...(picking !== null && session.me !== null ? { bottom: <BatchBar rules={session.me.rules} onClaim={() => void openPage('claimBatch')} /> } : {})}>
      {session.status === 'loading' && <SkeletonList kind="wish" count={3} />}
      {session.status === 'failed' && <ErrorState failure={session.failure} onRetry={() => void session.refresh()} />}
      {session.status === 'guest' && <Welcome about="加入您的社区，就能看到附近谁等人帮一把。" onJoin={() => void openPage('join', { back: 'wishes' })} />}
      {session.status === 'joined' && (
        <View>
          <View className="u-row u-gap2">
            <View className="u-grow"><WallSearch /></View>
            <PickButton />
          </View>
          <WallFilters />
          {isLegendShown && <View className="u-mt1"><ShareLegend /></View>}
          <View className="u-mt3">
            <WallList pages={pages} onOpen={(wishId) => void openPage('wishDetail', { wishId })} onPost={() => void openPage('postWish')} picking={picking} />
          </View>
        </View>
      )}
    </Screen>
  );
}

/** Null while the wall is read as usual; a card is then opened, not ticked. */
function useWallPicking(): WallPicking | null {
  const { isPicking, picks, toggle } = useBasket();
  if (!isPicking) return null;
  return { canPick, isPicked: (wishId) => picks.some((pick) => pick.wish.wishId === wishId), toggle };
}

/** 多选: ticking several wishes to claim them in one action. */
function PickButton() {
  const { isPicking, setPicking } = useBasket();
  return <Button kind={isPicking ? 'tint' : 'secondary'} size="small" icon={isPicking ? 'close' : 'check'} onClick={() => setPicking(!isPicking)}>{isPicking ? '不选了' : '多选'}</Button>;
}

function WallSearch() {
  const { filter, change } = useWallFilter();
  const [typed, setTyped] = useState(filter.search);
  const search = filter.search;
  useEffect(() => setTyped(search), [search]);
  useEffect(() => {
    if (typed === search) return undefined;
    const timer = setTimeout(() => change({ search: typed.slice(0, LIMITS.searchCharacters) }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, search, change]);
  return <SearchField value={typed} placeholder="找心愿，比如“灯”“理发”" onChange={setTyped} onSearch={() => change({ search: typed.slice(0, LIMITS.searchCharacters) })} />;
}
