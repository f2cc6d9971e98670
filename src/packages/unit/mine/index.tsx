import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/home/member-gate';
import { CreateUnitSheet } from '@/features/unit/create-unit-sheet';
import { JoinUnitSheet } from '@/features/unit/join-unit-sheet';
import { UnitRow } from '@/features/unit/unit-row';
import { openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我的单位: groups of people that give under one name. */
export default function MyUnitsPage() {
  return <MemberGate title="我的单位" about="先加入您的社区，再和同事、家人一起帮邻居。" back="myUnits">{() => <MyUnits />}</MemberGate>;
}

function MyUnits() {
  const units = useApiQuery('unit.mine', {});
  const [sheet, setSheet] = useState<'create' | 'join' | null>(null);
  useListPage({ refresh: units.refresh });
  const open = (unitId: string): void => {
    setSheet(null);
    void openPage('unit', { id: unitId });
  };
  const list = units.data ?? [];
  return (
    <Screen title="我的单位">
      {units.isLoading && <SkeletonList kind="row" count={3} />}
      {units.failure !== null && <ErrorState failure={units.failure} kept="建好的都在，没有丢" onRetry={() => void units.refresh()} />}
      {units.data !== undefined && list.length === 0 && (
        <EmptyState
          scene="basket"
          title="还没有和谁一起"
          note="单位、党支部、一家人，都可以用一个名字认领，有一位联系人就行"
          action={<Button onClick={() => setSheet('create')}>建一个，由我联系</Button>}
          link={{ text: '有编号，加入一个', onClick: () => setSheet('join') }}
        />
      )}
      {list.length > 0 && (
        <View className="u-stack">
          {list.map((unit) => <UnitRow key={unit.unitId} unit={unit} onOpen={() => open(unit.unitId)} />)}
          <View className="u-mt4"><Button kind="secondary" icon="plus" onClick={() => setSheet('create')}>再建一个</Button></View>
          <Button kind="text" onClick={() => setSheet('join')}>有编号，加入一个</Button>
        </View>
      )}
      <CreateUnitSheet isOpen={sheet === 'create'} onClose={() => setSheet(null)} onCreated={(unit) => open(unit.unitId)} />
      <JoinUnitSheet isOpen={sheet === 'join'} onClose={() => setSheet(null)} onJoined={(unit) => open(unit.unitId)} />
    </Screen>
  );
}
