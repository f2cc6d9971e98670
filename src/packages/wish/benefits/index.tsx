import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { BenefitCard } from '@/features/benefit/benefit-card';
import { MemberGate } from '@/features/member/member-gate';
import { callPhone } from '@/lib/call-phone';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 能申请的补贴: what a resident may ask for here, and that somebody helps. */
export default function BenefitsPage() {
  return (
    <Screen title="能申请的补贴">
      <MemberGate back="benefits">{(me) => <Benefits me={me} />}</MemberGate>
    </Screen>
  );
}

function Benefits({ me }: { me: MeView }) {
  const query = useApiQuery('benefit.list', {});
  useListPage(query);
  const call = (): void => void callPhone(me.dutyPhone);
  if (query.isLoading) return <SkeletonList count={3} kind="row" />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  if (query.data.length === 0) return <EmptyState scene="basket" title="社区还没写上来" note="想问能不能申请，打个电话最快。" action={<Button icon="phone" onClick={call}>打社区电话</Button>} />;
  return (
    <View>
      <View className="u-sub u-mt2">看着像自己的，打个电话，社工陪您一起办；不会写、走不动都没关系。</View>
      <View className="u-mt4">{query.data.map((benefit) => <BenefitCard key={benefit.benefitId} benefit={benefit} />)}</View>
      <View className="u-mt5"><Notice icon="phone" onClick={call}>问一问：{me.dutyPhone}</Notice></View>
    </View>
  );
}
