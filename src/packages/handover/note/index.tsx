import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/home/member-gate';
import { NoteScreen } from '@/features/safety/note-screen';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const TITLE = '跟社工说一声';

/** 跟社工说一声: how it went, for the social worker and nobody else. */
export default function GiverNotePage() {
  return <MemberGate title={TITLE} about="先加入您的社区，再来办这件事。" back="myClaims">{() => <Door />}</MemberGate>;
}

function Door() {
  const { params } = useRouter();
  const query = useApiQuery('giverNote.door', { wishId: readQuery(params, 'wishId') ?? '', claimId: readQuery(params, 'claimId') ?? '' });
  useListPage(query);
  if (query.data !== undefined) return <NoteScreen door={query.data} />;
  return <Screen title={TITLE}>{query.failure === null ? <SkeletonList kind="row" count={3} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看我的认领', onClick: () => void openPage('myClaims') }} />}</Screen>;
}
