import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import type { MeView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Drawing } from '@/components/drawing/drawing';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { monthWord, monthsShown } from '@/features/thanks/month-words';
import { MonthHelpers } from '@/features/thanks/month-helper';
import { OwnName } from '@/features/thanks/own-name';
import { openPage, pageUrl, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { shareCard } from '@/lib/share-card';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** In the package, so that a shared card never carries a picture of the page and the names on it. */

/** 月度感谢页: who helped in a month and wants to be named. Nobody is counted, nobody stands before another. */
export default function ThanksMonthPage() {
  const asked = readQuery(useRouter().params, 'month');
  const months = monthsShown(serverNowMs());
  const [month, setMonth] = useState(months.find((each) => each === asked) ?? months[0] ?? '');
  useShareAppMessage(() => shareCard(`${monthWord(month)}，谢谢帮过忙的邻居`, pageUrl('thanksMonth', { month }), 'thanks'));
  return (
    <Screen title="月度感谢页">
      <MemberGate back="thanksMonth">{(me) => <Month key={month} me={me} month={month} months={months} onMonth={setMonth} />}</MemberGate>
    </Screen>
  );
}

interface MonthProps {
  readonly me: MeView;
  readonly month: string;
  readonly months: readonly string[];
  readonly onMonth: (month: string) => void;
}

function Month({ me, month, months, onMonth }: MonthProps) {
  return (
    <View>
      <View className="u-row u-top u-between u-gap2 u-mt2">
        <View className="u-grow">
          <View className="u-sub">{me.communityName}</View>
          <View className="u-display">{monthWord(month)}，谢谢您</View>
        </View>
        <Drawing name="branch" size={110} />
      </View>
      <View className="u-mt3"><ChipWrap>{months.map((each) => <Chip key={each} on={each === month} onClick={() => onMonth(each)}>{monthWord(each)}</Chip>)}</ChipWrap></View>
      <View className="u-mt4"><OwnName /></View>
      <View className="u-mt4"><Helpers month={month} /></View>
    </View>
  );
}

function Helpers({ month }: { month: string }) {
  const pages = useApiPages('thanks.month', { month });
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList count={3} kind="row" />;
  if (pages.failure !== null && pages.items.length === 0) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0 && pages.isEnd) return <EmptyState scene="branch" title="还没有名字" note="帮过忙、又愿意写上名字的邻居，会在这里。" link={{ text: '看看谁要帮忙', onClick: () => void openPage('wishes') }} />;
  return (
    <View className="u-stack">
      <MonthHelpers helpers={pages.items} />
      {pages.isEnd || pages.moreFailure !== null ? <ListFoot pages={pages} /> : <Button kind="text" busy={pages.isLoadingMore} onClick={pages.loadMore}>看看后面的</Button>}
      <View className="u-cap u-center">不分先后，也不比多少。愿意让邻居看见的才在这里，没写的也一样谢谢。</View>
      <View className="u-center"><Button kind="text" icon="share" openType="share">转给邻居（卡片上没有名字）</Button></View>
    </View>
  );
}
