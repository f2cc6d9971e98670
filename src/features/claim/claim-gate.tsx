import type { ReactNode } from 'react';
import { type ClaimView, helpWords, type WishDetailView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage, replacePage } from '@/lib/pages';
import { useMyClaim } from './use-my-claim';

/** Not delivered yet: it can still be planned, delivered and given back. */
const isInHand = (claim: ClaimView): boolean => claim.state === 'held' || claim.state === 'planned';

/** Stands before the pages that act on a claim: waits for it, and says so when it is no longer there. */
export function ClaimGate({ title, children }: { title: string; children: (claim: ClaimView, wish: WishDetailView) => ReactNode }) {
  const { wish, claim, failure, refresh } = useMyClaim();
  if (wish !== undefined && claim !== null && isInHand(claim)) return <>{children(claim, wish)}</>;
  if (wish !== undefined && claim !== null) {
    return (
      <Screen title={title}>
        <EmptyState scene="basket" title={`已经说过${helpWords(claim).done}`} note={claim.statusText} action={<Button onClick={() => void replacePage('myClaims')}>看看我的认领</Button>} />
      </Screen>
    );
  }
  if (wish !== undefined) {
    return (
      <Screen title={title}>
        <EmptyState scene="basket" title="这份认领已经不在您手上了" note="可能还回去了，或者过了留的时间让给了下一位" action={<Button onClick={() => void replacePage('myClaims')}>看看我的认领</Button>} />
      </Screen>
    );
  }
  return <Screen title={title}>{failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={failure} {...(failure.kind === 'refused' ? {} : { kept: '您写的都还在' })} onRetry={() => void refresh()} link={{ text: '回首页', onClick: () => void openPage('home') }} />}</Screen>;
}
