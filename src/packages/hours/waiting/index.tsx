import { View } from '@tarojs/components';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Screen } from '@/components/screen/screen';
import { PagedRecords } from '@/features/hours/paged-records';
import { RecordList } from '@/features/hours/record-row';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 等我确认的: back entries of others who say that I was there too. */
export default function HoursToConfirmPage() {
  return <Screen title="等我确认的"><MemberGate back="hoursToConfirm">{() => <Waiting />}</MemberGate></Screen>;
}

function Waiting() {
  const pages = useApiPages('service.waiting', {});
  useListPage(pages);
  return (
    <View>
      <View className="u-sub u-mt2">补记的时长，要一位当时也在场的人说一声才算。</View>
      <PagedRecords pages={pages} empty={<EmptyState scene="branch" title="没有要您确认的" note="有人补记时写了您也在，会给您发消息。" />}>
        <View className="u-mt3"><RecordList records={pages.items} isNamed onOpen={(recordId) => void openPage('hoursRecord', { id: recordId })} /></View>
      </PagedRecords>
    </View>
  );
}
