import { View } from '@tarojs/components';
import type { ServiceHoursView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { HoursSum } from '@/features/hours/hours-sum';
import { byMonth } from '@/features/hours/hours-words';
import { PagedRecords } from '@/features/hours/paged-records';
import { RecordList } from '@/features/hours/record-row';
import { MemberGate } from '@/features/member/member-gate';
import { formatMinutes } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我的时长: one sum, then every record by months, with why something does not count. */
export default function MyHoursPage() {
  return <Screen title="我的时长"><MemberGate back="myHours">{() => <MyHours />}</MemberGate></Screen>;
}

const openRecord = (recordId: string): void => void openPage('hoursRecord', { id: recordId });

function MyHours() {
  const pages = useApiPages('service.mine', {});
  const waiting = useApiPages('service.waiting', {});
  useListPage({ refresh: () => Promise.all([pages.refresh(), waiting.refresh()]), loadMore: pages.loadMore });
  const toConfirm = waiting.items.length;
  return (
    <View>
      {pages.head !== undefined && pages.items.length > 0 && <HoursSum hours={pages.head} />}
      {toConfirm > 0 && <View className="u-mt4"><Notice tone="warn" icon="ask" title={`有 ${toConfirm}${waiting.isEnd ? '' : '+'} 条等您确认`} onClick={() => void openPage('hoursToConfirm')}>邻居说那天您也在，请点一下是不是。</Notice></View>}
      <PagedRecords
        pages={pages}
        empty={<EmptyState scene="branch" title="还没有记下的时长" note="去做一次志愿服务，领队交了名单，几点到几点走就记在这里。" action={<Button onClick={() => void openPage('activities')}>看看有什么活动</Button>} link={{ text: '去过但没记上？补一段', onClick: () => void openPage('enterHours') }} />}
      >
        {byMonth(pages.items, pages.isEnd, serverNowMs()).map((month) => (
          <View key={month.key}>
            <SectionHead title={month.title} note={month.minutes === null || month.minutes === 0 ? undefined : formatMinutes(month.minutes)} />
            <RecordList records={month.records} onOpen={openRecord} />
          </View>
        ))}
      </PagedRecords>
      {pages.items.length > 0 && <View className="u-mt4"><LinkRow icon="shield" note="照这些记录开，随开随有，不收钱" onClick={() => void openPage('certificates')}>我的证明</LinkRow></View>}
      {pages.items.length > 0 && <View className="u-mt4"><Button kind="secondary" icon="plus" onClick={() => void openPage('enterHours')}>没记上？补一段</Button></View>}
      {pages.head !== undefined && <HowCounted hours={pages.head} />}
    </View>
  );
}

function HowCounted({ hours }: { hours: Pick<ServiceHoursView, 'minutesADayMax' | 'backDays'> }) {
  return <View className="u-cap u-mt4">从到的时候算到走的时候，一分钟一分钟记，路上不算；一天最多算 {formatMinutes(hours.minutesADayMax)}。没记上的，{hours.backDays} 天以内能补。时长和积分分开记，换礼物不会少时长。</View>;
}
