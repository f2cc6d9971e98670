import Taro, { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { StaffSafetyScreen } from '@/features/safety/staff-safety-screen';
import { goBack, openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 有人说不安全: what it is, whom to call, and what was done. */
export default function StaffSafetyPage() {
  const reportId = readQuery(useRouter().params, 'id') ?? '';
  return (
    <Screen title="有人说不安全">
      <MemberGate back="staffQueue" roles={['administrator', 'staff', 'socialWorker']}>{() => <StaffSafety reportId={reportId} />}</MemberGate>
    </Screen>
  );
}

const leave = (words: string): void => {
  void Taro.showToast({ title: words, icon: 'none' });
  void goBack();
};

function StaffSafety({ reportId }: { reportId: string }) {
  const query = useApiQuery('safety.read', { reportId });
  useListPage(query);
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回社区待办', onClick: () => void openPage('staffQueue') }} />;
  return <StaffSafetyScreen task={query.data} onDone={leave} />;
}
