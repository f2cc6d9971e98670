import { useState } from 'react';
import { View } from '@tarojs/components';
import type { BenefitView, MeView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { BenefitCard } from '@/features/benefit/benefit-card';
import { BENEFIT_STALE, BenefitForm } from '@/features/benefit/benefit-form';
import { MemberGate } from '@/features/member/member-gate';
import { staffAreaOf } from '@/features/rescue/staff-area';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';

/** 补贴清单: what government gives here; wishes that speak of it go to the social worker first. */
export default function StaffBenefitsPage() {
  return (
    <Screen title="补贴清单">
      <MemberGate back="staffBenefits" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <Benefits me={me} />}</MemberGate>
    </Screen>
  );
}

function Benefits({ me }: { me: MeView }) {
  const areaId = staffAreaOf(me);
  const areaName = me.roles.find((held) => held.areaId === areaId)?.areaName ?? me.communityName;
  const [edited, setEdited] = useState<BenefitView | 'new' | null>(null);
  const query = useApiQuery('benefit.list', { areaId, withRetired: true });
  useListPage(query);
  if (query.isLoading) return <SkeletonList count={3} kind="row" />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const editedKey = edited === null ? 'none' : edited === 'new' ? 'new' : edited.benefitId;
  return (
    <View>
      <View className="u-sub u-mt2">心愿里提到这些，先请社工看能不能申请；政府帮一把，邻居也帮一把。</View>
      <View className="u-mt4">
        {query.data.length === 0 && <EmptyState scene="basket" title="还没有一项" note="先把残疾辅具、长护险、临时救助写上，心愿来了就会提醒。" />}
        {query.data.map((benefit) => <BenefitCard key={benefit.benefitId} benefit={benefit} foot={benefit.canEdit ? <EditRow benefit={benefit} onEdit={() => setEdited(benefit)} /> : <View className="u-cap u-mt2">上级的清单，请上级来改</View>} />)}
      </View>
      <View className="u-mt5"><Button onClick={() => setEdited('new')}>加一项</Button></View>
      <BenefitForm key={editedKey} benefit={edited === 'new' ? null : edited} areaId={areaId} areaName={areaName} isOpen={edited !== null} onClose={() => setEdited(null)} />
    </View>
  );
}

function EditRow({ benefit, onEdit }: { benefit: BenefitView; onEdit: () => void }) {
  const retire = useApiCommand('benefit.retire', { about: `${benefit.benefitId}.${String(benefit.isActive)}`, invalidates: BENEFIT_STALE });
  return (
    <View className="u-row u-gap2 u-mt2">
      <View className="u-cap u-grow">{benefit.editorName === '' ? '' : `${benefit.editorName}改的`}</View>
      <Button kind="text" size="small" onClick={onEdit}>改</Button>
      <Button kind="text" size="small" busy={retire.isBusy} onClick={() => void retire.run({ benefitId: benefit.benefitId, isActive: !benefit.isActive })}>{benefit.isActive ? '先不用' : '再用'}</Button>
    </View>
  );
}
