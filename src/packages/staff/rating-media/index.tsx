import Taro, { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { LookScreen } from '@/features/rating/look-screen';
import { goBack, openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 看评价的照片: a photo or a recording of a rating that the check was not sure of. */
export default function RatingMediaPage() {
  const ratingId = readQuery(useRouter().params, 'id') ?? '';
  return (
    <Screen title="看评价的照片和录音">
      <MemberGate back="staffQueue" roles={['administrator', 'staff', 'socialWorker']}>{() => <RatingMedia ratingId={ratingId} />}</MemberGate>
    </Screen>
  );
}

const leave = (words: string): void => {
  void Taro.showToast({ title: words, icon: 'none' });
  void goBack();
};

function RatingMedia({ ratingId }: { ratingId: string }) {
  const query = useApiQuery('rating.readMedia', { ratingId });
  useListPage(query);
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回社区待办', onClick: () => void openPage('staffQueue') }} />;
  return <LookScreen task={query.data} onDone={leave} />;
}
