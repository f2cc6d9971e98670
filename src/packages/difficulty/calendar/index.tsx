import { useState } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { CalendarForm } from '@/features/difficulty/calendar-form';
import { MemberGate } from '@/features/member/member-gate';
import { chinaDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 放假安排: the days that working days are counted by, year by year. */
export default function CalendarPage() {
  return (
    <Screen title="放假安排">
      <MemberGate back="staffCalendar" roles={['administrator']}>{() => <Years />}</MemberGate>
    </Screen>
  );
}

function Years() {
  const thisYear = chinaDate(serverNowMs()).year;
  const [year, setYear] = useState(String(thisYear + 1));
  return (
    <View>
      <View className="u-sub u-mt1">公示期、答复期限都按工作日算。国务院每年 11 月前后公布第二年的安排，公布后在这里录入。</View>
      <View className="u-mt3"><ChipRow edge>
        {[thisYear, thisYear + 1, thisYear + 2].map(String).map((each) => <Chip key={each} kind="filter" on={each === year} onClick={() => setYear(each)}>{each} 年</Chip>)}
      </ChipRow></View>
      <Year key={year} year={year} />
    </View>
  );
}

const SOURCE_WORDS = { staff: '管理员录入的', library: '程序自带的，国务院公布过', weekends: '' } as const;

function Year({ year }: { year: string }) {
  const query = useApiQuery('calendar.get', { year });
  useListPage(query);
  if (query.isLoading) return <View className="u-mt3"><SkeletonList count={2} kind="row" /></View>;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const view = query.data;
  return (
    <View className="u-mt3">
      {view.warning !== null ? <Notice tone="warn" title={`${year} 年的还没有录入`}>先只按周末休息来算，日子可能会变。国务院公布以后，在下面一天天加上，存好就照它算。</Notice> : <Notice tone="good">{SOURCE_WORDS[view.source]}，可以改。</Notice>}
      <CalendarForm key={`${view.source}:${view.holidays.join()}:${view.workdays.join()}`} year={view} onSaved={() => void Taro.showToast({ title: `${year} 年的安排存好了`, icon: 'none' })} />
    </View>
  );
}
