import Taro, { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { AppealScreen } from '@/features/rating/appeal-screen';
import { goBack, openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 评价申诉: what somebody says against having got no point, and the answer. */
export default function RatingAppealPage() {
  const ratingId = readQuery(useRouter().params, 'id') ?? '';
  return (
    <Screen title="评价申诉">
      <MemberGate back="staffQueue" roles={['administrator', 'staff', 'socialWorker']}>{() => <RatingAppeal ratingId={ratingId} />}</MemberGate>
    </Screen>
  );
}

const leave = (words: string): void => {
  void Taro.showToast({ title: words, icon: 'none' });
  void goBack();
};

function RatingAppeal({ ratingId }: { ratingId: string }) {
  const query = useApiQuery('rating.readAppeal', { ratingId });
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回社区待办', onClick: () => void openPage('staffQueue') }} />;
  return <AppealScreen task={query.data} onDone={leave} />;
}
