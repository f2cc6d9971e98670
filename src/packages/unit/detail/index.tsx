import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { MeView, PersonView, UnitDetailView } from '@contract';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { useBasket } from '@/features/claim/batch-basket';
import { ClaimRow } from '@/features/claim/claim-row';
import { ContactButton } from '@/features/contact/contact-sheet';
import { usePreferredGiver } from '@/features/claim/giver-choice';
import { MemberGate } from '@/features/home/member-gate';
import { PersonFinder } from '@/features/member/person-finder';
import { CloseUnit } from '@/features/unit/close-unit';
import { RenewCode, UnitCode } from '@/features/unit/unit-code';
import { UnitPeople } from '@/features/unit/unit-people';
import { unitLine, unitState } from '@/features/unit/unit-words';
import { openPage, readQuery } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';

/** One unit: who it is, its people, its open claims; staff find it a contact here. */
export default function UnitPage() {
  return <MemberGate title="单位" about="先加入您的社区，再来看这个单位。" back="myUnits">{(me) => <Unit me={me} />}</MemberGate>;
}

const isStaff = (me: MeView): boolean => me.roles.some((held) => held.role === 'administrator' || held.role === 'staff' || held.role === 'socialWorker');

function Unit({ me }: { me: MeView }) {
  const unitId = readQuery(useRouter().params, 'id') ?? '';
  const unit = useApiQuery('unit.get', { unitId });
  useListPage({ refresh: unit.refresh });
  return (
    <Screen title="单位">
      {unit.isLoading && <SkeletonList kind="row" count={4} />}
      {unit.failure !== null && unit.data === undefined && <ErrorState failure={unit.failure} onRetry={() => void unit.refresh()} link={{ text: '看看我的单位', onClick: () => void openPage('myUnits') }} />}
      {unit.data !== undefined && <UnitBody unit={unit.data} canFind={isStaff(me)} onChanged={() => void unit.refresh()} />}
    </Screen>
  );
}

/** Opens the wall to tick several, in the name of this unit. */
function claimFor(unitId: string): void {
  usePreferredGiver.getState().prefer(unitId);
  useBasket.getState().setPicking(true);
  void openPage('wishes');
}

function UnitBody({ unit, canFind, onChanged }: { unit: UnitDetailView; canFind: boolean; onChanged: () => void }) {
  return (
    <View>
      <View className="u-title u-break">{unit.name}</View>
      <View className="u-sub u-mt1">{unitLine(unit)}</View>
      <View className="u-mt4"><Notice tone={unit.state === 'active' && !unit.isBarred ? 'good' : 'accent'} icon="users">{unitState(unit)}</Notice></View>
      {unit.isContact && <View className="u-mt4"><Button icon="plus" onClick={() => claimFor(unit.unitId)}>去心愿墙，一起认领</Button></View>}
      <SectionHead title="手上的认领" count={unit.claims.length} {...(unit.isContact && unit.claims.length > 0 ? { more: '送货清单', onMore: () => void openPage('deliveryList', { unitId: unit.unitId }) } : {})} />
      {unit.claims.length === 0 ? <View className="u-sub">没有要送的。</View> : <View className="u-stack">{unit.claims.map((claim) => <UnitClaim key={claim.claimId} claim={claim} canAct={unit.isContact} />)}</View>}
      <SectionHead title="我们的人" />
      {unit.people.length > 0 && <UnitPeople unit={unit} onChanged={onChanged} />}
      {unit.joinCode !== '' && <View className="u-mt4"><UnitCode code={unit.joinCode} left={unit.deputiesMax + 1 - unit.people.length} /><RenewCode unitId={unit.unitId} onRenewed={onChanged} /></View>}
      {canFind && unit.state !== 'closed' && <FindContact unit={unit} onChanged={onChanged} />}
      {unit.canClose && <View className="u-mt6"><CloseUnit unitId={unit.unitId} name={unit.name} onClosed={onChanged} /></View>}
    </View>
  );
}

function UnitClaim({ claim, canAct }: { claim: UnitDetailView['claims'][number]; canAct: boolean }) {
  const about = { wishId: claim.wishId, claimId: claim.claimId };
  const shown = canAct ? claim : { ...claim, nextStep: 'wait' as const };
  return <ClaimRow claim={shown} isReadOnly={!canAct} contact={canAct && <ContactButton {...about} />} onOpen={() => void openPage('wishDetail', { wishId: claim.wishId })} onPlan={() => void openPage('planClaim', about)} onDeliver={() => void openPage('deliverClaim', about)} />;
}

/** Staff name a contact by the code the person reads out. */
function FindContact({ unit, onChanged }: { unit: UnitDetailView; onChanged: () => void }) {
  const [person, setPerson] = useState<PersonView | null>(null);
  const command = useApiCommand('unit.handOver', { about: `${unit.unitId}:${person?.memberId ?? ''}`, invalidates: ['unit.get', 'staff.queue'] });
  const handOver = async (): Promise<void> => {
    if (person === null || (await command.run({ unitId: unit.unitId, memberId: person.memberId })) === null) return;
    toast(`现在由${person.displayName}联系`);
    setPerson(null);
    onChanged();
  };
  return (
    <View>
      <SectionHead title="另找一位联系人" />
      {person === null ? <PersonFinder onFound={setPerson} /> : (
        <View>
          <View className="u-body">交给{person.displayName}（{person.communityName}）来联系，没送到的 {unit.claims.length} 份都归 TA 办。</View>
          {command.failure !== null && <View className="u-mt3"><Notice tone="accent">{command.failure.message}</Notice></View>}
          <View className="u-mt4"><Button busy={command.isBusy} busyText="正在交…" onClick={handOver}>交给{person.displayName}</Button></View>
          <Button kind="text" onClick={() => setPerson(null)}>换一位</Button>
        </View>
      )}
    </View>
  );
}
