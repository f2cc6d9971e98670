import { useRouter } from '@tarojs/taro';
import type { ServiceRecordView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { RecordScreen } from '@/features/hours/record-screen';
import { SecondBar } from '@/features/hours/second-bar';
import { MemberGate } from '@/features/member/member-gate';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 一条时长; where messages and tasks about it lead, for whoever it concerns. */
export default function HoursRecordPage() {
  const recordId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="myHours">{() => <Record recordId={recordId} />}</MemberGate>;
}

function Record({ recordId }: { recordId: string }) {
  const query = useApiQuery('service.get', { recordId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="一条时长">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看我的时长', onClick: () => void openPage('myHours') }} />}</Screen>;
  return <Loaded record={query.data} />;
}

function Loaded({ record }: { record: ServiceRecordView }) {
  return (
    <Screen title="一条时长" bottom={record.canAnswer ? <SecondBar record={record} /> : undefined}>
      <RecordScreen record={record} onOpenRecord={(recordId) => void openPage('hoursRecord', { id: recordId })} />
    </Screen>
  );
}
