import { useState } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { AREA_LEVEL_LABEL, type MeView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Icon } from '@/components/icon/icon';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { AreaForm } from '@/features/member/area-form';
import type { AreaRef } from '@/features/member/area-drill';
import { MemberGate } from '@/features/member/member-gate';
import { childLevel, suggestCode } from '@/features/member/next-area';
import { levelOfArea } from '@/features/member/role-scope';
import { aria } from '@/lib/aria';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 区域管理: the tree below the administrator's node, one level at a time, and a form to add to it. */
export default function StaffAreasPage() {
  return (
    <Screen title="区域管理">
      <MemberGate back="staffAreas" roles={['administrator']}>{(me) => <Areas me={me} />}</MemberGate>
    </Screen>
  );
}

function Areas({ me }: { me: MeView }) {
  const roots: readonly AreaRef[] = me.roles.filter((held) => held.role === 'administrator').map((held) => ({ areaId: held.areaId, name: held.areaName }));
  const [path, setPath] = useState<readonly AreaRef[]>(roots.slice(0, 1));
  return (
    <View>
      {roots.length > 1 && (
        <ChipRow edge>
          {roots.map((root) => <Chip key={root.areaId} kind="filter" on={path[0]?.areaId === root.areaId} onClick={() => setPath([root])}>{root.name}</Chip>)}
        </ChipRow>
      )}
      <View className="mem-crumbs">
        {path.map((area, index) => (
          <View key={area.areaId} className="u-row" {...aria({ role: 'button', label: area.name })} onClick={() => setPath(path.slice(0, index + 1))}>
            {index > 0 && <Icon name="right" size={14} color="var(--ink-3)" />}
            <View className={`mem-crumb ${index === path.length - 1 ? 'mem-crumb-now' : ''}`}>{area.name}</View>
          </View>
        ))}
      </View>
      {path.map((area, index) => index === path.length - 1 && <AreaLevelView key={area.areaId} area={area} onOpen={(child) => setPath([...path, child])} />)}
    </View>
  );
}

function AreaLevelView({ area, onOpen }: { area: AreaRef; onOpen: (child: AreaRef) => void }) {
  const children = useApiQuery('area.children', { parentId: area.areaId });
  useListPage(children);
  const level = childLevel(levelOfArea(area.areaId));
  if (level === null) return <EmptyState scene="branch" title={`${area.name}是最下面一级了`} note="小区下面不再分。" />;
  if (children.isLoading) return <SkeletonList count={3} kind="row" />;
  if (children.data === undefined) return <ErrorState failure={children.failure} onRetry={() => void children.refresh()} />;
  const word = AREA_LEVEL_LABEL[level];
  return (
    <View>
      <SectionHead title={`下面的${word}`} count={children.data.length} />
      {children.data.length === 0 && <View className="u-sub">还没有{word}，在下面加第一个。</View>}
      {children.data.length > 0 && (
        <View className="mem-areas">
          {children.data.map((child) => (
            <View key={child.areaId} className="mem-area" {...aria({ role: 'button', label: child.name })} onClick={() => onOpen(child)}>
              <View className="u-grow u-h3">{child.name}</View>
              <View className="u-cap">{child.areaId.split('-').pop()}</View>
              <Icon name="right" size={18} color="var(--ink-3)" />
            </View>
          ))}
        </View>
      )}
      <View className="u-mt6">
        <AreaForm parentId={area.areaId} parentName={area.name} level={level} suggestedCode={suggestCode(level, children.data)} onAdded={(added) => void Taro.showToast({ title: `${added.name}加好了`, icon: 'none' })} />
      </View>
    </View>
  );
}
