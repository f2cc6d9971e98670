import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { svgUri } from '@/drawings';
import { aria } from '@/lib/aria';
import { useLargeType } from '@/lib/settings';
import { layoutMap, type PlacedHouse, type PlannedPlace } from './plan-layout';
import { houseSvg, houseWidth, planSvg, type Windows } from './plan-svg';
import './street-plan.css';

const GUTTERS_PX = 40;
const PLAN_MAX_PX = 520;
const LARGE = 1.3;

/** What is drawn of one place: its windows, and the number beside its name where there is one. */
export interface PlanHouse extends Windows {
  readonly count: number | null;
  /** Told to screen readers: how many of what. */
  readonly words: string;
}

interface StreetPlanProps<P extends PlannedPlace> {
  readonly places: readonly P[];
  readonly houseOf: (place: P) => PlanHouse;
  readonly onOpen: (areaId: string) => void;
}

/** The reader's street as a drawn plan, a small house for each 小区; never a real map. */
export function StreetPlan<P extends PlannedPlace>({ places, houseOf, onOpen }: StreetPlanProps<P>) {
  const zoom = useLargeType() ? LARGE : 1;
  const width = Math.min(Taro.getWindowInfo().windowWidth - GUTTERS_PX, PLAN_MAX_PX);
  const layout = layoutMap(places, width, zoom);
  return (
    <View className="ly-plan u-mt3" style={{ width: `${width}px`, height: `${layout.height}px` }}>
      <Image className="ly-plan-ground" src={svgUri(planSvg(layout, zoom))} mode="scaleToFill" />
      {layout.houses.map((placed) => <House key={placed.place.areaId} placed={placed} house={houseOf(placed.place)} onOpen={() => onOpen(placed.place.areaId)} />)}
    </View>
  );
}

function House({ placed, house, onOpen }: { placed: PlacedHouse; house: PlanHouse; onOpen: () => void }) {
  const { left, top, width, height, place } = placed;
  return (
    <View className="ly-plan-house" style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }} onClick={onOpen} {...aria({ role: 'button', label: `${place.name}，${house.words}` })}>
      <View className={`ly-plan-label ${house.count === null ? '' : 'ly-plan-label-strong'}`}>
        <View className="u-one">{place.name}</View>
        {house.count !== null && <View className="ly-plan-count">{house.count}</View>}
      </View>
      <Image className="ly-plan-drawing" style={{ width: `${houseWidth(house)}px` }} src={svgUri(houseSvg(house))} mode="aspectFit" />
    </View>
  );
}

/** What the windows of a house say. */
export function PlanLegend({ keys }: { keys: readonly { readonly window: keyof Windows; readonly words: string }[] }) {
  return <View className="ly-plan-legend">{keys.map(({ window, words }) => <View key={window} className="ly-plan-key"><View className={`ly-plan-window ly-plan-window-${window}`} />{words}</View>)}</View>;
}
