import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MySignUpCard } from '@/features/activity/my-sign-up-card';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我报的班次: what is ahead, and what is over. */
export default function MySchedulePage() {
  return <Screen title="我报的班次"><MemberGate back="mySchedule">{() => <Schedule />}</MemberGate></Screen>;
}

function Schedule() {
  const [isAhead, setAhead] = useState(true);
  const pages = useApiPages('shift.mine', { ahead: isAhead });
  useListPage(pages);
  const isEmpty = !pages.isLoading && pages.failure === null && pages.items.length === 0;
  return (
    <View>
      <LinkRow icon="clock" note="记下的时间，一条一条看" onClick={() => void openPage('myHours')}>我的时长</LinkRow>
      <View className="u-mt3" />
      <ChipRow>
        <Chip kind="filter" on={isAhead} onClick={() => setAhead(true)}>还没到的</Chip>
        <Chip kind="filter" on={!isAhead} onClick={() => setAhead(false)}>以前的</Chip>
      </ChipRow>
      {pages.isLoading && <View className="u-mt4"><SkeletonList kind="wish" count={2} /></View>}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <View className="u-stack u-mt4">{pages.items.map((mine) => <MySignUpCard key={mine.signUpId} mine={mine} onOpen={() => void openPage('shift', { id: mine.shiftId })} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {isEmpty && isAhead && <EmptyState scene="branch" title="还没有报名" note="报上的班次、排着的候补都会在这里，开始前提醒您。" action={<Button onClick={() => void openPage('activities')}>看看有什么活动</Button>} />}
      {isEmpty && !isAhead && <EmptyState scene="branch" title="还没有以前的" note="去过的、取消了的班次，和记下的时间会在这里。" />}
    </View>
  );
}
