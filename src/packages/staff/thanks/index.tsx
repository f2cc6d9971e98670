import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/home/member-gate';
import { HearThanks } from '@/features/thanks/hear-thanks';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 听一段谢谢: staff listen before a recording goes on. */
export default function StaffThanksPage() {
  return <MemberGate title="听一段谢谢" about="先加入您的社区，再来办这件事。" back="staffQueue">{() => <Hear />}</MemberGate>;
}

function Hear() {
  const query = useApiQuery('thanks.hear', { thanksId: readQuery(useRouter().params, 'id') ?? '' });
  useListPage(query);
  if (query.data !== undefined) return <HearThanks view={query.data} />;
  return <Screen title="听一段谢谢">{query.failure === null ? <SkeletonList kind="row" count={3} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回社区待办', onClick: () => void openPage('staffQueue') }} />}</Screen>;
}
