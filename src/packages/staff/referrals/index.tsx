import { View } from '@tarojs/components';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { ReferralRow } from '@/features/rescue/referral-row';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import type { ReferralView } from '@contract';

/** 转介: what waits for me, and what I follow, the nearest moment first. */
export default function StaffReferralsPage() {
  return (
    <Screen title="转介">
      <MemberGate back="staffReferrals" roles={['administrator', 'staff', 'socialWorker']}>{() => <Referrals />}</MemberGate>
    </Screen>
  );
}

function Referrals() {
  const pages = useApiPages('referral.list', {}, { isAlwaysFresh: true });
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList count={4} kind="row" />;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) return <EmptyState scene="branch" title="没有在办的转介" note="没人接的心愿，可以在社区待办里转给街道或别的社区。" />;
  const mine = pages.items.filter((referral) => referral.canAccept || referral.canFinish);
  return (
    <View>
      <Group title="等我们办" referrals={mine} />
      <Group title="在别处办" referrals={pages.items.filter((referral) => !mine.includes(referral))} />
      <ListFoot pages={pages} />
    </View>
  );
}

function Group({ title, referrals }: { title: string; referrals: readonly ReferralView[] }) {
  if (referrals.length === 0) return null;
  return (
    <View>
      <SectionHead title={title} count={referrals.length} />
      <View className="res-card">{referrals.map((referral) => <ReferralRow key={referral.wishId} referral={referral} onOpen={() => void openPage('staffReferral', { wishId: referral.wishId })} />)}</View>
    </View>
  );
}
