import Taro, { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { FollowUpScreen } from '@/features/safety/follow-up-screen';
import { goBack, openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 送的人留的话: nobody was at home; somebody looks and says how it is. */
export default function StaffGiverNotePage() {
  const noteId = readQuery(useRouter().params, 'id') ?? '';
  return (
    <Screen title="送的人留的话">
      <MemberGate back="staffQueue" roles={['administrator', 'staff', 'socialWorker']}>{() => <StaffGiverNote noteId={noteId} />}</MemberGate>
    </Screen>
  );
}

const leave = (words: string): void => {
  void Taro.showToast({ title: words, icon: 'none' });
  void goBack();
};

function StaffGiverNote({ noteId }: { noteId: string }) {
  const query = useApiQuery('giverNote.read', { noteId });
  useListPage(query);
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回社区待办', onClick: () => void openPage('staffQueue') }} />;
  return <FollowUpScreen note={query.data} onDone={leave} />;
}
