import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { PersonCard } from '@/features/person/person-card';
import { RectificationScreen } from '@/features/rectification/rectification-screen';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 整改: one order, for the rated side and for staff. */
export default function RectificationPage() {
  return (
    <Screen title="整改">
      <MemberGate back="ratingSums">{() => <Rectification />}</MemberGate>
    </Screen>
  );
}

function Rectification() {
  const query = useApiQuery('rectification.get', { rectificationId: readQuery(useRouter().params, 'id') ?? '' });
  useListPage(query);
  if (query.data !== undefined) return <RectificationScreen view={query.data} cardOf={(personId, onClose) => <PersonCard personId={personId} onClose={onClose} />} />;
  return query.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回首页', onClick: () => void openPage('home') }} />;
}
