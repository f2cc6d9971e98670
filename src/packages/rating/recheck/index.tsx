import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { RecheckScreen } from '@/features/rectification/recheck-screen';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 好些没有: whoever rated is asked once. */
export default function RecheckPage() {
  return (
    <Screen title="好些没有">
      <MemberGate back="home">{() => <Recheck />}</MemberGate>
    </Screen>
  );
}

function Recheck() {
  const query = useApiQuery('recheck.get', { rectificationId: readQuery(useRouter().params, 'id') ?? '' });
  useListPage(query);
  if (query.data !== undefined) return <RecheckScreen view={query.data} />;
  return query.failure === null ? <SkeletonList kind="row" count={2} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回首页', onClick: () => void openPage('home') }} />;
}
