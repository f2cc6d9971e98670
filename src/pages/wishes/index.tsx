import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Screen } from '@/components/screen/screen';
import { SearchField } from '@/components/search-field/search-field';
import { ShareLegend } from '@/components/share-legend/share-legend';
import { ErrorState } from '@/components/error-state/error-state';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { BatchBar } from '@/features/claim/batch-bar';
import { canPick, useBasket } from '@/features/claim/batch-basket';
import { Welcome } from '@/features/home/welcome';
import { RoundDoor } from '@/features/round/round-card';
import { useLegendShown } from '@/features/wish/legend-seen';
import { useWallFilter, wallInput } from '@/features/wish/wall-filter';
import { WallFilters } from '@/features/wish/wall-filters';
import { WallList } from '@/features/wish/wall-list';
import { WishRow, type WallPicking } from '@/features/wish/wish-card-of';
import { WishMap } from '@/features/wish-map/wish-map';
import { openPage } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** A person who is still typing is not searching yet. */
const TYPING_PAUSE_MS = 400;

/** 心愿墙 */
export default function WishesPage() {
  const session = useSession();
  const { filter } = useWallFilter();
  const isLegendShown = useLegendShown();
  const [isMap, setMap] = useState(false);
  const map = useApiQuery('wish.map', {}, { isEnabled: session.status === 'joined' && isMap });
  const pages = useApiPages('wish.wall', wallInput(filter), { isEnabled: session.status === 'joined' });
  const picking = useWallPicking();
  useListPage({ refresh: isMap ? map.refresh : pages.refresh, loadMore: isMap ? () => undefined : pages.loadMore });

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
          <RoundDoors />
          <View className="u-mt3">
            <ChipWrap>
              <Chip kind="choice" icon="list" on={!isMap} onClick={() => setMap(false)}>看列表</Chip>
              <Chip kind="choice" icon="pin" on={isMap} onClick={() => setMap(true)}>看地图</Chip>
            </ChipWrap>
          </View>
          {isMap && <View className="u-mt3"><WishMap map={map}>{(wish) => <WishRow wish={wish} onOpen={(wishId) => void openPage('wishDetail', { wishId })} />}</WishMap></View>}
          {!isMap && <WallFilters />}
          {!isMap && isLegendShown && <View className="u-mt1"><ShareLegend /></View>}
          {!isMap && <View className="u-mt3">
            <WallList pages={pages} onOpen={(wishId) => void openPage('wishDetail', { wishId })} onPost={() => void openPage('postWish')} picking={picking} />
          </View>}
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

/** What runs now, above the wall: an event first, since it ends today. Without any, nothing stands here. */
function RoundDoors() {
  const { items } = useApiPages('round.list', { shelf: 'open' });
  const shown = [...items].sort((a, b) => a.endsAtMs - b.endsAtMs).slice(0, 2);
  if (shown.length === 0) return null;
  return <View className="rnd-doors">{shown.map((round) => <RoundDoor key={round.roundId} round={round} onOpen={() => void openPage('round', { id: round.roundId })} />)}<View className="rnd-doors-more" onClick={() => void openPage('rounds')}>全部各期 · 现场认领</View></View>;
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
