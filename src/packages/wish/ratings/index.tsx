import { View } from '@tarojs/components';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { MyRatingRow } from '@/features/rating/my-rating-row';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我评过的: each with why there was a point or none. */
export default function MyRatingsPage() {
  return (
    <Screen title="我评过的">
      <MemberGate back="myRatings">{() => <MyRatings />}</MemberGate>
    </Screen>
  );
}

function MyRatings() {
  const pages = useApiPages('rating.mine', {});
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList count={3} kind="row" />;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) return <EmptyState scene="branch" title="还没评过" note="收到帮助以后，说一句真实的感受。写好写坏都一样算数，只看认不认真。" link={{ text: '看看我的心愿', onClick: () => void openPage('myWishes') }} />;
  return (
    <View className="u-stack u-mt2">
      <View className="u-sub">给不给积分，只看是不是认真评的，不看您给的是好是坏。</View>
      {pages.items.map((rating) => <MyRatingRow key={rating.ratingId} rating={rating} />)}
      <ListFoot pages={pages} />
    </View>
  );
}
