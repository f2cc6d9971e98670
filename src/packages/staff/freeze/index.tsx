import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { FreezeScreen } from '@/features/favour/freeze-screen';
import { MemberGate } from '@/features/member/member-gate';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 先放着的积分: why, what the people say, and the answer. */
export default function FreezePage() {
  const freezeId = readQuery(useRouter().params, 'id') ?? '';
  return (
    <Screen title="先放着的积分">
      <MemberGate back="staffFavours" roles={['administrator', 'staff', 'socialWorker']}>{() => <Freeze freezeId={freezeId} />}</MemberGate>
    </Screen>
  );
}

function Freeze({ freezeId }: { freezeId: string }) {
  const query = useApiQuery('favour.readFreeze', { freezeId });
  useListPage(query);
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回社区待办', onClick: () => void openPage('staffQueue') }} />;
  return <FreezeScreen freeze={query.data} />;
}
