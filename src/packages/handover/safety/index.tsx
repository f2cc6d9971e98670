import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/home/member-gate';
import { SafetyScreen } from '@/features/safety/safety-screen';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const TITLE = '有安全问题';

/** 有安全问题: told to staff at once, and how it goes on. */
export default function SafetyPage() {
  return <MemberGate title={TITLE} about="先加入您的社区，再来办这件事。" back="home">{() => <Door />}</MemberGate>;
}

function Door() {
  const { params } = useRouter();
  const query = useApiQuery('safety.door', { wishId: readQuery(params, 'wishId') ?? '', claimId: readQuery(params, 'claimId') ?? '' });
  useListPage(query);
  if (query.data !== undefined) return <SafetyScreen door={query.data} />;
  return <Screen title={TITLE}>{query.failure === null ? <SkeletonList kind="row" count={3} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回首页', onClick: () => void openPage('home') }} />}</Screen>;
}
