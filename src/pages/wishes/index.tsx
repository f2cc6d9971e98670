import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { LIMITS } from '@contract';
import { Screen } from '@/components/screen/screen';
import { SearchField } from '@/components/search-field/search-field';
import { ShareLegend } from '@/components/share-legend/share-legend';
import { ErrorState } from '@/components/error-state/error-state';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Welcome } from '@/features/home/welcome';
import { useLegendShown } from '@/features/wish/legend-seen';
import { useWallFilter, wallInput } from '@/features/wish/wall-filter';
import { WallFilters } from '@/features/wish/wall-filters';
import { WallList } from '@/features/wish/wall-list';
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
  useListPage({ refresh: pages.refresh, loadMore: pages.loadMore });

  return (
    <Screen title="心愿墙" back={false}>
      {session.status === 'loading' && <SkeletonList kind="wish" count={3} />}
      {session.status === 'failed' && <ErrorState failure={session.failure} onRetry={() => void session.refresh()} />}
      {session.status === 'guest' && <Welcome about="加入您的社区，就能看到附近谁等人帮一把。" onJoin={() => void openPage('join', { back: 'wishes' })} />}
      {session.status === 'joined' && (
        <View>
          <WallSearch />
          <WallFilters />
          {isLegendShown && <View className="u-mt1"><ShareLegend /></View>}
          <View className="u-mt3">
            <WallList pages={pages} onOpen={(wishId) => void openPage('wishDetail', { wishId })} onPost={() => void openPage('postWish')} />
          </View>
        </View>
      )}
    </Screen>
  );
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
