import { useRouter } from '@tarojs/taro';
import type { ClaimView, WishDetailView } from '@contract';
import type { ApiFailure } from '@/lib/api-failure';
import { readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

export interface MyClaim {
  readonly wish: WishDetailView | undefined;
  /** Null once the wish has come and no live claim of the caller stands on it. */
  readonly claim: ClaimView | null;
  readonly failure: ApiFailure | null;
  readonly refresh: () => Promise<void>;
}

/** The caller's live claim on the wish that the page was opened with: the one it names, else the first. */
export function useMyClaim(): MyClaim {
  const { params } = useRouter();
  const wishId = readQuery(params, 'wishId') ?? '';
  const claimId = readQuery(params, 'claimId');
  const query = useApiQuery('wish.get', { wishId });
  return { wish: query.data, claim: query.data?.myClaims.find((claim) => claim.claimId === claimId) ?? query.data?.myClaim ?? null, failure: query.failure, refresh: query.refresh };
}
