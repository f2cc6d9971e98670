import { useRouter } from '@tarojs/taro';
import { useRef } from 'react';
import { helpWords, type IncomingClaimView, type WishDetailView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/home/member-gate';
import { ConfirmScreen } from '@/features/rating/confirm-screen';
import { openPage, readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** The claim the page is about: the one named, else the first that waits for a word. */
function findClaim(wish: WishDetailView, claimId: string | undefined): IncomingClaimView | undefined {
  return wish.incoming.find((claim) => claim.claimId === claimId) ?? wish.incoming.find((claim) => claim.canConfirm || claim.canRate);
}

/** 收到了吗？ Confirm and rate on one screen. */
export default function ConfirmWishPage() {
  return <MemberGate title="收到了吗" about="先加入您的社区，再来办这件事。" back="myWishes">{() => <Confirm />}</MemberGate>;
}

function Confirm() {
  const { params } = useRouter();
  const wishId = readQuery(params, 'wishId') ?? '';
  const query = useApiQuery('wish.get', { wishId });
  // Kept as it was when the person came: their own answer must not change the question under their finger.
  const first = useRef<{ wish: WishDetailView; claim: IncomingClaimView } | null>(null);
  const claim = query.data === undefined ? undefined : findClaim(query.data, readQuery(params, 'claimId'));
  if (first.current === null && query.data !== undefined && claim !== undefined && (claim.canConfirm || claim.canRate)) first.current = { wish: query.data, claim };
  if (first.current !== null) return <ConfirmScreen wish={first.current.wish} claim={first.current.claim} />;
  if (query.data === undefined) {
    return <Screen title="收到了吗">{query.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回首页', onClick: () => void openPage('home') }} />}</Screen>;
  }
  return (
    <Screen title={`${helpWords(query.data).got}吗`}>
      <EmptyState
        scene="basket"
        title={claim?.isDisputed === true ? '社工正在问，会打电话给您' : '这里没有要您说的了'}
        note={claim?.isDisputed === true ? '弄明白以后会告诉您' : '已经说过了，或者还没办'}
        action={<Button onClick={() => void replacePage('myWishes')}>看看我的心愿</Button>}
      />
    </Screen>
  );
}
