import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { svgUri } from '@/drawings';
import { aria } from '@/lib/aria';
import { sheetSvg } from '@/lib/picture-marks';
import { useLargeType } from '@/lib/settings';
import { layoutMap, type PlacedHouse, type PlannedPlace } from './plan-layout';
import { needOf, type PlanHouse } from './plan-picture';
import { groundMarks, HOUSE_HEIGHT_PX, houseMarks, houseWidth, type Windows } from './plan-marks';
import './street-plan.css';

export type { PlanHouse } from './plan-picture';

const GUTTERS_PX = 40;
const PLAN_MAX_PX = 520;
/** Large type over normal, as in the tokens. */
export const PLAN_ZOOM = { normal: 1, large: 1.3 } as const;

interface StreetPlanProps<P extends PlannedPlace> {
  readonly places: readonly P[];
  readonly houseOf: (place: P) => PlanHouse;
  readonly onOpen: (areaId: string) => void;
}

/** The reader's street as a drawn plan, a small house for each 小区; never a real map. */
export function StreetPlan<P extends PlannedPlace>({ places, houseOf, onOpen }: StreetPlanProps<P>) {
  const zoom = PLAN_ZOOM[useLargeType() ? 'large' : 'normal'];
  const width = Math.min(Taro.getWindowInfo().windowWidth - GUTTERS_PX, PLAN_MAX_PX);
  const layout = layoutMap(places, (place) => needOf(houseOf(place)), width, zoom);
  return (
    <View className="ly-plan u-mt3" style={{ width: `${width}px`, height: `${layout.height}px` }}>
      <Image className="ly-plan-ground" src={svgUri(sheetSvg({ ...layout, marks: groundMarks(layout) }))} mode="scaleToFill" />
      {layout.rings.map(({ minutes, words }) => <View key={minutes} className="ly-plan-ring" style={{ left: `${words.left}px`, top: `${words.top}px`, width: `${words.width}px` }}>走路 {minutes} 分钟</View>)}
      {layout.houses.map((placed) => <House key={placed.place.areaId} placed={placed} house={houseOf(placed.place)} onOpen={() => onOpen(placed.place.areaId)} />)}
    </View>
  );
}

function House({ placed, house, onOpen }: { placed: PlacedHouse; house: PlanHouse; onOpen: () => void }) {
  const { left, top, width, height, place } = placed;
  const drawn = houseWidth(house);
  return (
    <View className="ly-plan-house" style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }} onClick={onOpen} {...aria({ role: 'button', label: `${place.name}，${house.words}` })}>
      <View className={`ly-plan-label ${house.count === null ? '' : 'ly-plan-label-strong'}`}>
        <View className="ly-plan-name">{place.name}</View>
        {house.count !== null && <View className="ly-plan-count">{house.count}</View>}
      </View>
      <Image className="ly-plan-drawing" style={{ width: `${drawn}px` }} src={svgUri(sheetSvg({ width: drawn, height: HOUSE_HEIGHT_PX, marks: houseMarks(house) }))} mode="aspectFit" />
    </View>
  );
}

/** What the windows of a house say. */
export function PlanLegend({ keys }: { keys: readonly { readonly window: keyof Windows; readonly words: string }[] }) {
  return <View className="ly-plan-legend">{keys.map(({ window, words }) => <View key={window} className="ly-plan-key"><View className={`ly-plan-window ly-plan-window-${window}`} />{words}</View>)}</View>;
}
