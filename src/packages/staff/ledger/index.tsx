import { View } from '@tarojs/components';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { CommunityPoints } from '@/features/ledger/community-points';
import { ProofRow } from '@/features/ledger/proof-row';
import { MemberGate } from '@/features/member/member-gate';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 积分账本: what the community gave out, and whether each night's proof found every account right. */
export default function StaffLedgerPage() {
  return (
    <Screen title="积分账本">
      <MemberGate back="staffLedger" roles={['administrator', 'staff', 'socialWorker']}>{() => <Ledger />}</MemberGate>
    </Screen>
  );
}

function Ledger() {
  const query = useApiQuery('ledger.proofs', {});
  useListPage(query);
  if (query.isLoading) return <SkeletonList count={3} kind="row" />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const { community, proofs } = query.data;
  return (
    <View>
      <View className="u-sub u-mt2">每天夜里两点起，把每个账户跟流水重新加一遍。对不上会马上告诉区里。</View>
      <CommunityPoints community={community} />
      <SectionHead title="每夜核对" {...(proofs.length > 0 ? { note: `最近 ${proofs.length} 夜` } : {})} />
      {proofs.length === 0 ? <EmptyState scene="branch" title="还没核对过" note="今晚两点开始第一次。" /> : <View className="u-stack">{proofs.map((proof) => <ProofRow key={proof.day} proof={proof} />)}</View>}
    </View>
  );
}
