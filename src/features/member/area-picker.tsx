import { useEffect } from 'react';
import { View } from '@tarojs/components';
import type { AreaView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Icon } from '@/components/icon/icon';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { aria } from '@/lib/aria';
import { useApiQuery } from '@/lib/use-api';
import { isJoinable } from './next-area';
import './member.css';

export interface AreaPickerProps {
  /** Nodes chosen so far, from the district down. */
  path: readonly AreaView[];
  onChange: (path: readonly AreaView[]) => void;
}

const QUESTION: Readonly<Record<number, string>> = { 0: '您在哪个区？', 1: '哪个街道？', 2: '哪个社区？', 3: '哪个小区？' };

/** One step at a time down the tree, in rows large enough for any thumb; the steps taken stay above and can be undone. */
export function AreaPicker({ path, onChange }: AreaPickerProps) {
  const last = path[path.length - 1];
  const isOpen = last === undefined || last.hasChildren;
  return (
    <View>
      {path.map((area, index) => (
        <View key={area.areaId} className="mem-chosen" {...aria({ role: 'button', label: `已选${area.name}，点一下重选` })} onClick={() => onChange(path.slice(0, index))}>
          <Icon name="check" size={18} color="var(--green)" />
          <View className="u-grow u-bold">{area.name}</View>
          <View className="u-cap">重选</View>
        </View>
      ))}
      {isOpen && <AreaStep parent={last ?? null} depth={path.length} onPick={(area) => onChange([...path, area])} />}
    </View>
  );
}

interface AreaStepProps {
  parent: AreaView | null;
  depth: number;
  onPick: (area: AreaView) => void;
}

function AreaStep({ parent, depth, onPick }: AreaStepProps) {
  const query = useApiQuery('area.children', { parentId: parent?.areaId ?? null });
  const [only, second] = query.data ?? [];
  // A deployment of one district has no first question to ask.
  const isOnlyDistrict = parent === null && only !== undefined && second === undefined;
  useEffect(() => {
    if (isOnlyDistrict) onPick(only);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each answer; onPick is new on every render
  }, [isOnlyDistrict, only]);
  if (query.isLoading || isOnlyDistrict) return <SkeletonList count={4} />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  return (
    <View className="u-mt4">
      <View className="u-h2">{QUESTION[depth] ?? '再细一点'}</View>
      {parent !== null && isJoinable(parent.level) && <View className="u-sub u-mt1">说不准可以不选，先加入{parent.name}。</View>}
      <View className="mem-areas u-mt3">
        {query.data.map((area) => (
          <View key={area.areaId} className="mem-area" {...aria({ role: 'button' })} onClick={() => onPick(area)}>
            <View className="u-grow u-h3">{area.name}</View>
            <Icon name="right" size={18} color="var(--ink-3)" />
          </View>
        ))}
        {query.data.length === 0 && <View className="u-sub mem-area">这里还没有开通，请打社区电话问一声。</View>}
      </View>
    </View>
  );
}
