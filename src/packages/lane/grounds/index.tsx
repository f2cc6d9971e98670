import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LaneView, MeView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { CloseLaneSheet } from '@/features/lane/close-lane-sheet';
import { LaneCard } from '@/features/lane/lane-card';
import { RecordLaneSheet } from '@/features/lane/record-lane-sheet';
import { AreaDrill, type AreaRef } from '@/features/member/area-drill';
import { MemberGate } from '@/features/member/member-gate';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 众筹开通: the three lanes at a district, street or community, with what each stands on. */
export default function LaneGroundsPage() {
  return <Screen title="众筹开通"><MemberGate back="laneGrounds" roles={['administrator']}>{(me) => <Grounds me={me} />}</MemberGate></Screen>;
}

const ownPlace = (me: MeView): AreaRef | null => {
  const held = me.roles.filter(({ role }) => role === 'administrator').sort((a, b) => a.areaId.length - b.areaId.length)[0];
  return held === undefined ? null : { areaId: held.areaId, name: held.areaName };
};

function Grounds({ me }: { me: MeView }) {
  const top = ownPlace(me);
  const [path, setPath] = useState<readonly AreaRef[]>(top === null ? [] : [top]);
  const areaId = path.at(-1)?.areaId ?? null;
  const query = useApiQuery('lane.list', { areaId });
  useListPage(query);
  return (
    <View>
      <View className="u-sub u-mt2">三条路从不混在一起。每一条都要登记依据和收款方，由另一位管理员确认，才开得了。区、街道、社区都登记了的，照离居民最近的一级办。</View>
      <View className="u-mt3"><AreaDrill path={path} onChange={setPath} /></View>
      <View className="u-mt4"><Lanes query={query} /></View>
    </View>
  );
}

function Lanes({ query }: { query: { readonly data: readonly LaneView[] | undefined; readonly failure: Parameters<typeof ErrorState>[0]['failure']; readonly refresh: () => Promise<unknown> } }) {
  const [act, setAct] = useState<{ readonly kind: 'record' | 'close'; readonly view: LaneView } | null>(null);
  if (query.data === undefined) return query.failure === null || query.failure === undefined ? <SkeletonList count={3} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  return (
    <View>
      <View className="u-stack">{query.data.map((view) => <LaneCard key={`${view.areaId}${view.lane}`} view={view} onRecord={() => setAct({ kind: 'record', view })} onClose={() => setAct({ kind: 'close', view })} />)}</View>
      {act !== null && <RecordLaneSheet key={`r${act.view.areaId}${act.view.lane}${String(act.view.version)}`} view={act.view} isOpen={act.kind === 'record'} onClose={() => setAct(null)} />}
      {act !== null && <CloseLaneSheet key={`c${act.view.areaId}${act.view.lane}`} view={act.view} isOpen={act.kind === 'close'} onClose={() => setAct(null)} />}
    </View>
  );
}
