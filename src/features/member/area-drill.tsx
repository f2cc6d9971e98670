import { View } from '@tarojs/components';
import type { AreaView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import { useApiQuery } from '@/lib/use-api';
import { levelOfArea } from './role-scope';
import './member.css';

export interface AreaRef {
  readonly areaId: string;
  readonly name: string;
}

export interface AreaDrillProps {
  /** From a node the reader manages down to the one now chosen. */
  path: readonly AreaRef[];
  onChange: (path: readonly AreaRef[]) => void;
}

/** Where in one's own part of the tree: the way down as words, the next level as chips. */
export function AreaDrill({ path, onChange }: AreaDrillProps) {
  const now = path[path.length - 1];
  // Roles end at the community: its grids are no places to hold one.
  const isOpen = now !== undefined && levelOfArea(now.areaId) !== 'community';
  const children = useApiQuery('area.children', { parentId: now?.areaId ?? null }, { isEnabled: isOpen });
  return (
    <View>
      <View className="mem-crumbs">
        {path.map((area, index) => (
          <View key={area.areaId} className="u-row" {...aria({ role: 'button', label: area.name })} onClick={() => onChange(path.slice(0, index + 1))}>
            {index > 0 && <Icon name="right" size={14} color="var(--ink-3)" />}
            <View className={`mem-crumb ${index === path.length - 1 ? 'mem-crumb-now' : ''}`}>{area.name}</View>
          </View>
        ))}
      </View>
      {isOpen && children.data !== undefined && children.data.length > 0 && (
        <ChipWrap>
          {children.data.map((area: AreaView) => <Chip key={area.areaId} onClick={() => onChange([...path, area])}>{area.name}</Chip>)}
        </ChipWrap>
      )}
    </View>
  );
}
