import { View } from '@tarojs/components';
import type { AreaView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { useApiQuery } from '@/lib/use-api';

export interface PlaceChoicesProps {
  /** Where the sender works; the places around it are offered. */
  readonly fromAreaId: string;
  readonly chosenId: string;
  readonly onChoose: (areaId: string) => void;
}

/** Ids of the district and the street above a node; the node itself when it is one. */
export function districtAndStreetOf(areaId: string): { readonly districtId: string; readonly streetId: string } {
  const parts = areaId.split('-');
  return { districtId: parts[0] ?? areaId, streetId: parts.slice(0, 2).join('-') };
}

const useChildren = (parentId: string | null): readonly AreaView[] => useApiQuery('area.children', { parentId }).data ?? [];

/** The street and the district above, the other streets, the communities beside: where a wish can be sent. */
export function PlaceChoices({ fromAreaId, chosenId, onChoose }: PlaceChoicesProps) {
  const { districtId, streetId } = districtAndStreetOf(fromAreaId);
  const districts = useChildren(null).filter((area) => area.areaId === districtId);
  const streets = useChildren(districtId);
  const communities = useChildren(streetId).filter((area) => area.level === 'community');
  const places = [...streets.filter((area) => area.areaId === streetId), ...districts, ...communities, ...streets.filter((area) => area.areaId !== streetId)].filter((area) => area.areaId !== fromAreaId);
  if (places.length === 0) return <View className="u-sub">正在找能转去的地方…</View>;
  return <ChipWrap>{places.map((area) => <Chip key={area.areaId} on={area.areaId === chosenId} onClick={() => onChoose(area.areaId)}>{area.name}</Chip>)}</ChipWrap>;
}
