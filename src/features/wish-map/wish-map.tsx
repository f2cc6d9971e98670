import { type ReactNode, useState } from 'react';
import { View } from '@tarojs/components';
import { WISH_CATEGORIES, WISH_CATEGORY_LABEL, type MapPlaceView, type WishCardView, type WishCategory, type WishMapView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Sheet } from '@/components/sheet/sheet';
import { SkeletonBlock } from '@/components/skeleton/skeleton';
import { type PlanHouse, PlanLegend, StreetPlan } from '@/components/street-plan/street-plan';
import type { ApiQuery } from '@/lib/use-api';

const LEGEND = [{ window: 'waiting', words: '等人帮' }, { window: 'taken', words: '有人来了' }, { window: 'done', words: '办好了' }] as const;

interface WishMapProps {
  readonly map: ApiQuery<WishMapView>;
  /** Draws one wish of a house's sheet. */
  readonly children: (wish: WishCardView) => ReactNode;
}

const only = (places: readonly MapPlaceView[], category: WishCategory | null): readonly MapPlaceView[] =>
  category === null
    ? places
    : places.flatMap((place) => {
        const wishes = place.wishes.filter((wish) => wish.category === category);
        return wishes.length === 0 ? [] : [{ ...place, wishes, waiting: wishes.length, taken: 0, done: 0 }];
      });

/** 心愿地图: the reader's street as a drawn plan, a small house for each 小区. */
export function WishMap({ map, children }: WishMapProps) {
  const [category, setCategory] = useState<WishCategory | null>(null);
  if (map.data === undefined && map.failure !== null) return <ErrorState failure={map.failure} onRetry={() => void map.refresh()} />;
  if (map.data === undefined) return <SkeletonBlock height="420px" />;
  const { waiting, isAtLeast, homeName } = map.data;
  if (map.data.places.length === 0) return <EmptyState scene="basket" title="这一片还没有心愿" note="有邻居发了，地图上就会亮起一座小房子。" />;
  return (
    <View>
      <ChipRow edge>
        <Chip kind="filter" on={category === null} onClick={() => setCategory(null)}>全部</Chip>
        {WISH_CATEGORIES.map((one) => <Chip key={one} kind="filter" on={category === one} onClick={() => setCategory(one)}>{WISH_CATEGORY_LABEL[one]}</Chip>)}
      </ChipRow>
      <Plan places={only(map.data.places, category)}>{children}</Plan>
      <PlanLegend keys={LEGEND} />
      <View className="u-cap u-mt2">中间是{homeName}。这一片有 {isAtLeast ? `${waiting} 多` : waiting} 个心愿在等；是画的图，不是真地图，也不标到哪一家。</View>
    </View>
  );
}

const houseOf = ({ waiting, taken, done }: MapPlaceView): PlanHouse => ({ waiting, taken, done, count: waiting > 0 ? waiting : null, words: `${waiting} 个心愿在等` });

function Plan({ places, children }: { places: readonly MapPlaceView[]; children: WishMapProps['children'] }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const open = places.find((place) => place.areaId === openId);
  return (
    <View>
      <StreetPlan places={places} houseOf={houseOf} onOpen={setOpenId} />
      <Sheet isOpen={open !== undefined} title={open === undefined ? '' : sheetTitle(open)} onClose={() => setOpenId(null)}>
        {open !== undefined && <PlaceWishes place={open}>{children}</PlaceWishes>}
      </Sheet>
    </View>
  );
}

const sheetTitle = (place: MapPlaceView): string => (place.waiting > 0 ? `${place.name} · ${place.waiting} 个心愿` : place.name);

function PlaceWishes({ place, children }: { place: MapPlaceView; children: WishMapProps['children'] }) {
  const others = [place.taken > 0 ? `${place.taken} 个有人来了` : '', place.done > 0 ? `${place.done} 个办好了` : ''].filter((words) => words !== '').join('，');
  return (
    <View className="u-stack">
      <View className="u-sub">{[place.isHome ? '您的小区' : place.walkText, others].filter((words) => words !== null && words !== '').join(' · ')}</View>
      {place.wishes.length === 0 && <View className="u-body">这里的心愿都有人接了。</View>}
      {place.wishes.map((wish) => <View key={wish.wishId}>{children(wish)}</View>)}
    </View>
  );
}
