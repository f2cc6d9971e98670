import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { ClaimView, MyWishView } from '@contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { useApiQuery } from '@/lib/use-api';

interface WaitingListProps {
  readonly personId: string;
  readonly wishTitle: ReactNode;
  readonly claimTitle: ReactNode;
  readonly wishRow: (wish: MyWishView) => ReactNode;
  readonly claimRow: (claim: ClaimView) => ReactNode;
}

/** What somebody on the phone may ask after: their wishes and what they give; the rows come from whoever draws them. */
export function WaitingList({ personId, wishTitle, claimTitle, wishRow, claimRow }: WaitingListProps) {
  const waiting = useApiQuery('phone.waiting', { personId });
  if (waiting.isLoading) return <SkeletonList kind="wish" count={2} />;
  if (waiting.data === undefined) return <ErrorState failure={waiting.failure} onRetry={() => void waiting.refresh()} />;
  const { wishes, claims } = waiting.data;
  if (wishes.length === 0 && claims.length === 0) return <View className="u-mt4"><EmptyState scene="branch" title="还没替 TA 办过什么" note="想请人帮忙或想帮别人，点上面的另外两页。" /></View>;
  return (
    <View>
      {wishes.length > 0 && <View>{wishTitle}<View className="u-stack">{wishes.map(wishRow)}</View></View>}
      {claims.length > 0 && <View>{claimTitle}<View className="u-stack">{claims.map(claimRow)}</View></View>}
    </View>
  );
}
