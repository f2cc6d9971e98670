import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { ServiceRecordView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { SkeletonList } from '@/components/skeleton/skeleton';
import type { ApiPages } from '@/lib/use-api';

interface PagedRecordsProps {
  readonly pages: ApiPages<ServiceRecordView>;
  /** Shown when there is none. */
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** An endless list of records in all its states: skeleton, failing, empty, full, its end. */
export function PagedRecords({ pages, empty, children }: PagedRecordsProps) {
  if (pages.isLoading) return <View className="u-mt4"><SkeletonList kind="row" count={4} /></View>;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) return <>{empty}</>;
  return <View>{children}<ListFoot pages={pages} /></View>;
}
