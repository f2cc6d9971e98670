import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { MeView, TaskKind, TaskView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { CallListDoor } from '@/features/call-list/call-list-count';
import { MemberGate } from '@/features/member/member-gate';
import { CalendarNote } from '@/features/review/calendar-note';
import { LeadFollowUp } from '@/features/review/lead-follow-up';
import { LeadHead } from '@/features/review/lead-head';
import { LeadReview } from '@/features/review/lead-review';
import { QueueRow } from '@/features/review/queue-row';
import { countKinds, decideLead, queueSummary } from '@/features/review/queue-words';
import { opensReview, TASK_GUIDES } from '@/features/review/task-guide';
import { staffAreaOf } from '@/features/rescue/staff-area';
import { callPhone } from '@/lib/call-phone';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 社区待办: what waits, the most urgent opened; after each decision the next opens by itself. */
export default function StaffQueuePage() {
  return (
    <Screen title="社区待办">
      <MemberGate back="staffQueue" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <Queue me={me} />}</MemberGate>
    </Screen>
  );
}

/** What was opened stands at the top; without this the next task would come up under the finger that decided the last. */
const showTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });

function Queue({ me }: { me: MeView }) {
  const [kind, setKind] = useState<TaskKind | null>(null);
  const [tapped, setTapped] = useState<string | null>(null);
  const queue = useApiPages('staff.queue', { areaId: null }, { isAlwaysFresh: true });
  useListPage(queue);
  if (queue.isLoading) return <SkeletonList count={4} kind="row" />;
  if (queue.failure !== null) return <ErrorState failure={queue.failure} onRetry={() => void queue.refresh()} />;
  if (queue.items.length === 0) return <AllDone areaId={staffAreaOf(me)} />;
  const kinds = countKinds(queue.items);
  const shownKind = kinds.some((one) => one.kind === kind) ? kind : null;
  const shown = queue.items.filter((task) => shownKind === null || task.kind === shownKind);
  const lead = decideLead(shown, tapped);
  return (
    <View>
      <View className="u-display">{queue.items.length}{queue.isEnd ? '' : '+'} 件在等您</View>
      <View className="u-sub u-mt1">{queueSummary(me.displayName, queue.items)}</View>
      <CalendarNote untilMs={Math.max(...queue.items.map((task) => task.dueAtMs))} />
      {kinds.length > 1 && (
        <View className="u-mt3"><ChipRow edge>
          <Chip kind="filter" on={shownKind === null} onClick={() => setKind(null)}>全部 {queue.items.length}</Chip>
          {kinds.map((one) => (
            <Chip key={one.kind} kind="filter" on={shownKind === one.kind} onClick={() => setKind(one.kind)}>{TASK_GUIDES[one.kind].label} {one.count}</Chip>
          ))}
        </ChipRow></View>
      )}
      {lead !== null && <Lead key={lead.taskId} task={lead} me={me} onDone={(words) => { setTapped(null); showTop(); void Taro.showToast({ title: words, icon: 'none' }); }} />}
      {shown.length > 1 && (
        <View className="rev-card rev-list u-mt4">
          {shown.filter((task) => task !== lead).map((task) => <QueueRow key={task.taskId} task={task} onOpen={() => { setTapped(task.taskId); showTop(); }} />)}
        </View>
      )}
      <ListFoot pages={queue} />
      <View className="u-cap u-center u-mt2">办完一件，下一件自己打开；急的排在最前</View>
      <View className="u-mt4"><CallListDoor areaId={staffAreaOf(me)} onOpen={() => void openPage('callList')} /></View>
      <View className="u-mt3"><Notice icon="phone" onClick={() => void callPhone(me.dutyPhone)}>值班电话 {me.dutyPhone}</Notice></View>
    </View>
  );
}

function Lead({ task, me, onDone }: { task: TaskView; me: MeView; onDone: (words: string) => void }) {
  return (
    <View className="rev-card rev-lead u-mt3">
      <LeadHead task={task} reviewWorkingHours={me.rules.reviewWorkingHours} nowMs={serverNowMs()} />
      <View className="u-hair" />
      {opensReview(task.kind) && task.wishId !== null ? <LeadReview wishId={task.wishId} onDecided={onDone} /> : <LeadFollowUp task={task} onFinished={onDone} />}
    </View>
  );
}

function AllDone({ areaId }: { areaId: string }) {
  return (
    <View>
      <EmptyState
        scene="branch"
        title="都办好了，没有一件在等"
        note="有新的心愿来，这里第一个知道。"
        action={<Button onClick={() => void openPage('wishes')}>看看心愿墙</Button>}
      />
      <CallListDoor areaId={areaId} onOpen={() => void openPage('callList')} />
    </View>
  );
}
