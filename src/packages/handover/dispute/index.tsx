import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { DisputeScreen } from '@/features/handover/dispute-screen';
import { MemberGate } from '@/features/home/member-gate';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 社区问一问 */
export default function DisputePage() {
  return <MemberGate title="社区问一问" about="先加入您的社区，再来办这件事。" back="myWishes">{() => <Dispute />}</MemberGate>;
}

function Dispute() {
  const { params } = useRouter();
  const query = useApiQuery('dispute.get', { wishId: readQuery(params, 'wishId') ?? '', claimId: readQuery(params, 'claimId') ?? '' });
  if (query.data !== undefined) return <DisputeScreen view={query.data} />;
  return <Screen title="社区问一问">{query.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回首页', onClick: () => void openPage('home') }} />}</Screen>;
}
