import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { GiverRecord } from '@/features/rating-sum/giver-record';
import { readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 邻居们怎么看: what those served think of a shop or a unit that gives to a wish. */
export default function GiverRecordPage() {
  return (
    <Screen title="邻居们怎么看">
      <MemberGate back="home">{() => <Giver />}</MemberGate>
    </Screen>
  );
}

function Giver() {
  const { params } = useRouter();
  const query = useApiQuery('ratingSum.ofGiver', { wishId: readQuery(params, 'wishId') ?? '', claimId: readQuery(params, 'claimId') ?? '' });
  useListPage(query);
  if (query.isLoading) return <SkeletonList count={1} kind="row" />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  return <View className="u-mt2"><GiverRecord giver={query.data} /></View>;
}
