import { useState } from 'react';
import { View } from '@tarojs/components';
import { SUPPLY_PARTY_KINDS, SUPPLY_PARTY_LABEL, WISH_CATEGORIES, WISH_CATEGORY_LABEL, type SupplyCardView, type SupplyMapView, type SupplyPartyKind, type SupplyPlaceView, type WishCategory } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { PictureButton } from '@/components/picture-button/picture-button';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { SkeletonBlock } from '@/components/skeleton/skeleton';
import { type PlanHouse, PlanLegend, PLAN_ZOOM, StreetPlan } from '@/components/street-plan/street-plan';
import { dayValue } from '@/lib/day-value';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useLargeType } from '@/lib/settings';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { SheetExport } from './sheet-export';
import { SupplyCard } from './supply-card';
import { mapSheet } from './supply-picture';

const LEGEND = [{ window: 'done', words: '只去这个小区的，一扇窗一份' }, { window: 'waiting', words: '没有只去这里的' }] as const;
/** A house that nobody serves shows two dark windows. */
const DARK = 2;

/** 资源地图: the community as a drawn plan, lit where somebody can help; then the list of those who go everywhere. */
export function SupplyMap({ communityId, communityName, isStaff }: { communityId: string; communityName: string; isStaff: boolean }) {
  const [category, setCategory] = useState<WishCategory | null>(null);
  const [partyKind, setPartyKind] = useState<SupplyPartyKind | null>(null);
  const query = useApiQuery('supply.map', { communityId, category, partyKind });
  useListPage({ refresh: query.refresh });
  return (
    <View>
      <ChipRow edge>
        <Chip kind="filter" on={category === null} onClick={() => setCategory(null)}>全部</Chip>
        {WISH_CATEGORIES.map((one) => <Chip key={one} kind="filter" on={category === one} onClick={() => setCategory(one)}>{WISH_CATEGORY_LABEL[one]}</Chip>)}
      </ChipRow>
      <View className="u-mt2"><ChipRow edge>
        <Chip kind="filter" on={partyKind === null} onClick={() => setPartyKind(null)}>谁都行</Chip>
        {SUPPLY_PARTY_KINDS.map((one) => <Chip key={one} kind="filter" on={partyKind === one} onClick={() => setPartyKind(one)}>{SUPPLY_PARTY_LABEL[one]}</Chip>)}
      </ChipRow></View>
      {query.data === undefined && (query.failure === null ? <View className="u-mt3"><SkeletonBlock height="420px" /></View> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />)}
      {query.data !== undefined && <Shown map={query.data} communityName={communityName} about={[category === null ? '' : WISH_CATEGORY_LABEL[category], partyKind === null ? '' : SUPPLY_PARTY_LABEL[partyKind]].filter((part) => part !== '').join('、')} />}
      {isStaff && <SheetExport sheet="map" communityId={communityId} />}
    </View>
  );
}

/** `about`: the kinds chosen; empty for all. */
function Shown({ map, communityName, about }: { map: SupplyMapView; communityName: string; about: string }) {
  const isLarge = useLargeType();
  if (map.total === 0) {
    return <EmptyState scene="basket" title={about === '' ? '还没有人登记' : '这一类还没有人'} note="您能帮一点什么，写下来，邻居就多一个人可以找。" action={<Button onClick={() => void openPage('editSupply')}>我来登记一份</Button>} />;
  }
  const everywhere = map.places.find(({ isWholeCommunity }) => isWholeCommunity)?.supplies ?? [];
  return (
    <View>
      <Plan places={map.places.filter(({ isWholeCommunity }) => !isWholeCommunity)} />
      <PlanLegend keys={LEGEND} />
      <View className="u-cap u-mt2">一共 {map.isAtLeast ? `${map.total} 多` : map.total} 份{everywhere.length > 0 ? `，其中 ${everywhere.length} 份哪个小区都去，写在下面` : ''}。是画的图，不是真地图，也不标到哪一家。</View>
      {everywhere.length > 0 && (
        <View>
          <SectionHead title="哪个小区都去" count={everywhere.length} />
          <List supplies={everywhere} />
        </View>
      )}
      <View className="u-mt5"><PictureButton kind="secondary" title="资源地图" note="发到群里、贴到楼道都行：邻居不写名字，也不标到哪一家。" instead="截屏留下来" sheetOf={() => mapSheet(map, houseOf, about, { communityName, dayText: dayValue(serverNowMs()), zoom: PLAN_ZOOM[isLarge ? 'large' : 'normal'] })} /></View>
    </View>
  );
}

const houseOf = ({ supplies }: SupplyPlaceView): PlanHouse => ({ done: supplies.length, taken: 0, waiting: supplies.length === 0 ? DARK : 0, count: supplies.length === 0 ? null : supplies.length, words: supplies.length === 0 ? '没有只去这里的' : `${supplies.length} 份能帮的` });

function Plan({ places }: { places: readonly SupplyPlaceView[] }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const open = places.find(({ areaId }) => areaId === openId);
  if (places.length === 0) return null;
  return (
    <View>
      <StreetPlan places={places} houseOf={houseOf} onOpen={setOpenId} />
      <Sheet isOpen={open !== undefined} title={open === undefined ? '' : open.supplies.length === 0 ? open.name : `${open.name} · ${open.supplies.length} 份`} onClose={() => setOpenId(null)}>
        {open !== undefined && open.supplies.length === 0 && <View className="u-body">没有只去这个小区的。图下面写着“哪个小区都去”的，也会来。</View>}
        {open !== undefined && <List supplies={open.supplies} />}
      </Sheet>
    </View>
  );
}

function List({ supplies }: { supplies: readonly SupplyCardView[] }) {
  return <View className="u-stack">{supplies.map((supply) => <SupplyCard key={supply.supplyId} supply={supply} onOpen={() => void openPage('supply', { id: supply.supplyId })} />)}</View>;
}
