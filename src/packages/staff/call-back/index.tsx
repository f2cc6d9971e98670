import Taro, { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { CallBackScreen } from '@/features/rating/call-back-screen';
import { goBack, openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 评价回访: a number, three questions, a result. */
export default function CallBackPage() {
  const ratingId = readQuery(useRouter().params, 'id') ?? '';
  return (
    <Screen title="评价回访">
      <MemberGate back="staffQueue" roles={['administrator', 'staff', 'socialWorker']}>{() => <CallBack ratingId={ratingId} />}</MemberGate>
    </Screen>
  );
}

const leave = (words: string): void => {
  void Taro.showToast({ title: words, icon: 'none' });
  void goBack();
};

function CallBack({ ratingId }: { ratingId: string }) {
  const query = useApiQuery('callBack.read', { ratingId });
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回社区待办', onClick: () => void openPage('staffQueue') }} />;
  return <CallBackScreen call={query.data} onDone={leave} />;
}
