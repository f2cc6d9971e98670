import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Screen } from '@/components/screen/screen';
import { PagedRecords } from '@/features/hours/paged-records';
import { RecordList } from '@/features/hours/record-row';
import { MemberGate } from '@/features/member/member-gate';
import { openPage, readQuery } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 这一班的时长: what was recorded of one shift, for its lead, its organiser and staff. */
export default function ShiftHoursPage() {
  const shiftId = readQuery(useRouter().params, 'id') ?? '';
  return <Screen title="这一班的时长"><MemberGate back="mySchedule">{() => <OfShift shiftId={shiftId} />}</MemberGate></Screen>;
}

function OfShift({ shiftId }: { shiftId: string }) {
  const pages = useApiPages('service.ofShift', { shiftId });
  useListPage(pages);
  return (
    <View>
      <View className="u-sub u-mt2">谁记的，谁答得上来：记错了点开改，对方会收到您写的原因。</View>
      <PagedRecords pages={pages} empty={<EmptyState scene="branch" title="这一班还没有时长" note="交了名单，来的人几点到几点走就记在这里。活动、培训、议事不记时长。" />}>
        <View className="u-mt3"><RecordList records={pages.items} isNamed onOpen={(recordId) => void openPage('hoursRecord', { id: recordId })} /></View>
      </PagedRecords>
      {!pages.isLoading && pages.failure === null && <View className="u-mt4"><Button kind="secondary" icon="plus" onClick={() => void openPage('enterHours', { shiftId })}>名单上漏了人？替 TA 补</Button></View>}
    </View>
  );
}
