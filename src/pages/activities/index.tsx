import { useState } from 'react';
import { View } from '@tarojs/components';
import { ACTIVITY_KIND_LABEL, ACTIVITY_KINDS, type ActivityKind, type MeView, type ShiftCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { byDay, mayOrganise } from '@/features/activity/activity-days';
import { ShiftCard } from '@/features/activity/shift-card';
import { WeekRow } from '@/features/activity/week-row';
import { Welcome } from '@/features/home/welcome';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useSession } from '@/lib/session';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 活动: what one can join nearby, day by day. */
export default function ActivitiesPage() {
  const session = useSession();
  return (
    <Screen title="活动" back={false}>
      {session.status === 'loading' && <SkeletonList kind="wish" count={3} />}
      {session.status === 'failed' && <ErrorState failure={session.failure} onRetry={() => void session.refresh()} />}
      {session.status === 'guest' && <Welcome about="加入您的社区，就能报名送餐、集市和培训。" onJoin={() => void openPage('join', { back: 'activities' })} />}
      {session.me !== null && <Calendar me={session.me} />}
    </Screen>
  );
}

function Calendar({ me }: { me: MeView }) {
  const [kind, setKind] = useState<ActivityKind | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const pages = useApiPages('activity.list', { fromDay: day, toDay: day, kind });
  useListPage(pages);
  const isFiltered = kind !== null || day !== null;
  return (
    <View>
      <View className="u-stack">
        <LinkRow icon="calendar" onClick={() => void openPage('mySchedule')}>我报的班次</LinkRow>
        <LinkRow icon="users" note="志愿队、党支部队、单位队" onClick={() => void openPage('teams')}>队伍</LinkRow>
        <LinkRow icon="wish" note="楼里院里的事，大家一起办" onClick={() => void openPage('campaigns')}>社区互助</LinkRow>
        <LinkRow icon="share" note="慈善组织在指定平台上的" onClick={() => void openPage('linkedList')}>公开募捐</LinkRow>
        <LinkRow icon="gift" note="商户、单位、邻居给一个项目的" onClick={() => void openPage('directedList')}>定向赠与</LinkRow>
        {mayOrganise(me) && <LinkRow icon="edit" note="起草、排班、看名单" onClick={() => void openPage('myActivities')}>我组织的活动</LinkRow>}
      </View>
      <View className="u-mt4"><WeekRow chosen={day} nowMs={serverNowMs()} onChoose={setDay} /></View>
      <View className="u-mt3">
        <ChipRow>
          <Chip kind="filter" on={kind === null} onClick={() => setKind(null)}>都看看</Chip>
          {ACTIVITY_KINDS.map((one) => <Chip key={one} kind="filter" on={kind === one} onClick={() => setKind(kind === one ? null : one)}>{ACTIVITY_KIND_LABEL[one]}</Chip>)}
        </ChipRow>
      </View>
      {pages.isLoading && <View className="u-mt4"><SkeletonList kind="wish" count={3} /></View>}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <Days shifts={pages.items} />
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && (
        isFiltered
          ? <EmptyState scene="branch" title={day === null ? '这一类眼下没有' : '这天还没有安排'} note="换一天、换一类看看。" action={<Button onClick={() => { setKind(null); setDay(null); }}>看全部</Button>} />
          : <EmptyState scene="branch" title="眼下没有活动" note="有新的活动会放在这里。墙上还有邻居在等人搭把手。" action={<Button onClick={() => void openPage('wishes')}>看看心愿墙</Button>} />
      )}
    </View>
  );
}

function Days({ shifts }: { shifts: readonly ShiftCardView[] }) {
  return (
    <View>
      {byDay(shifts, serverNowMs()).map((group) => (
        <View key={group.day}>
          <View className="u-h2 act-day">{group.title}</View>
          <View className="u-stack">{group.shifts.map((shift) => <ShiftCard key={shift.shiftId} shift={shift} onOpen={() => void openPage('shift', { id: shift.shiftId })} />)}</View>
        </View>
      ))}
    </View>
  );
}
