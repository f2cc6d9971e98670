import type { ReactNode } from 'react';
import type { SupplyView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

interface SupplyGateProps {
  readonly supplyId: string;
  readonly title: string;
  /** What is said instead when there is nothing to do here; null when there is. */
  readonly refusalOf: (supply: SupplyView) => { readonly title: string; readonly note: string } | null;
  readonly children: (supply: SupplyView) => ReactNode;
}

/** A page about one offer: until it came, when it did not come, and when it is not the reader's. */
export function SupplyGate({ supplyId, title, refusalOf, children }: SupplyGateProps) {
  const query = useApiQuery('supply.get', { supplyId });
  const supply = query.data;
  const link = { text: '看看资源地图', onClick: () => void replacePage('supplyMap') };
  if (supply === undefined) return <Screen title={title}>{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={link} />}</Screen>;
  const refusal = refusalOf(supply);
  if (refusal !== null) return <Screen title={title}><ErrorState failure={{ kind: 'refused', message: refusal.note, isRetryable: false }} title={refusal.title} link={link} /></Screen>;
  return <>{children(supply)}</>;
}
