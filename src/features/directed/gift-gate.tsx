import type { ReactNode } from 'react';
import type { DirectedView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

interface GiftGateProps {
  readonly directedId: string;
  readonly title: string;
  /** What is said instead when there is nothing to do here; null when there is. */
  readonly refusalOf: (gift: DirectedView) => { readonly title: string; readonly note: string } | null;
  readonly children: (gift: DirectedView) => ReactNode;
}

/** A page of one act on a gift: until it came, when it did not come, and when the act is not the reader's (any more). */
export function GiftGate({ directedId, title, refusalOf, children }: GiftGateProps) {
  const query = useApiQuery('directed.get', { directedId });
  const gift = query.data;
  const link = { text: '看这一份', onClick: () => void replacePage('directed', { id: directedId }) };
  if (gift === undefined) return <Screen title={title}>{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={link} />}</Screen>;
  const refusal = refusalOf(gift);
  if (refusal !== null) return <Screen title={title}><ErrorState failure={{ kind: 'refused', message: refusal.note, isRetryable: false }} title={refusal.title} link={link} /></Screen>;
  return <>{children(gift)}</>;
}
