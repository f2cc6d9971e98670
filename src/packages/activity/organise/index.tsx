import { useState } from 'react';
import { View } from '@tarojs/components';
import { ACTIVITY_SHELVES, type ActivityShelf, type MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { ActivityCard } from '@/features/activity/activity-card';
import { isOrganiser, mayOrganise } from '@/features/activity/activity-days';
import { ShiftCard } from '@/features/activity/shift-card';
import { MemberGate } from '@/features/member/member-gate';
import { formatDay } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useSession } from '@/lib/session';
import { type ApiPages, useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const SHELF_LABEL: Readonly<Record<ActivityShelf, string>> = { drafts: '在准备', published: '已发布', over: '办完的' };

/** 我组织的活动: shifts I lead, and activities I drafted. */
export default function OrganisePage() {
  const { me } = useSession();
  const bar = me !== null && isOrganiser(me) ? <BottomBar><Button icon="plus" onClick={() => void openPage('editActivity')}>起草一个活动</Button></BottomBar> : undefined;
  return <Screen title="我组织的活动" bottom={bar}><MemberGate back="myActivities">{(member) => <Shelves me={member} />}</MemberGate></Screen>;
}

function Shelves({ me }: { me: MeView }) {
  const [shelf, setShelf] = useState<ActivityShelf | 'led'>('led');
  return (
    <View>
      <ChipRow>
        <Chip kind="filter" on={shelf === 'led'} onClick={() => setShelf('led')}>我带的班次</Chip>
        {mayOrganise(me) && ACTIVITY_SHELVES.map((one) => <Chip key={one} kind="filter" on={shelf === one} onClick={() => setShelf(one)}>{SHELF_LABEL[one]}</Chip>)}
      </ChipRow>
      <View className="u-mt4">{shelf === 'led' ? <Led /> : <Mine key={shelf} shelf={shelf} />}</View>
    </View>
  );
}

function Frame({ pages, emptyTitle, emptyNote, children }: { pages: ApiPages<unknown>; emptyTitle: string; emptyNote: string; children: React.ReactNode }) {
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList kind="wish" count={2} />;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) return <EmptyState scene="branch" title={emptyTitle} note={emptyNote} />;
  return <View><View className="u-stack">{children}</View><ListFoot pages={pages} /></View>;
}

function Led() {
  const pages = useApiPages('shift.led', {});
  return (
    <Frame pages={pages} emptyTitle="还没有您带的班次" emptyNote="排班时填上您的编号，班次就会出现在这里。">
      {pages.items.map((shift) => <ShiftCard key={shift.shiftId} shift={shift} day={formatDay(shift.startsAtMs, serverNowMs())} onOpen={() => void openPage('roster', { id: shift.shiftId })} />)}
    </Frame>
  );
}

function Mine({ shelf }: { shelf: ActivityShelf }) {
  const pages = useApiPages('activity.mine', { shelf });
  return (
    <Frame pages={pages} emptyTitle={shelf === 'over' ? '还没有办完的' : '这里还空着'} emptyNote="想好做什么、在哪儿、要几个人，起草一个，社区看过就能报名。">
      {pages.items.map((activity) => <ActivityCard key={activity.activityId} activity={activity} onOpen={() => void openPage('activity', { id: activity.activityId })} />)}
    </Frame>
  );
}
