import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ACTIVITY_KIND_LABEL, ACTIVITY_STATE_LABEL, type ActivityDetailView, type ShiftCardView } from '@contract';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { KeyValue } from '@/components/key-value/key-value';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { ActivityBar } from '@/features/activity/activity-bar';
import { needWords } from '@/features/activity/activity-words';
import { ShiftCard } from '@/features/activity/shift-card';
import { AddShiftSheet, CancelShiftSheet, ChangeShiftSheet } from '@/features/activity/shift-sheets';
import { MemberGate } from '@/features/member/member-gate';
import { formatDay } from '@/lib/format';
import { openPage, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import '@/features/activity/activity.css';

/** 活动: all its words and times; whoever organises it goes on from here, staff check it here. */
export default function ActivityPage() {
  const activityId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="activities">{() => <Activity activityId={activityId} />}</MemberGate>;
}

function Activity({ activityId }: { activityId: string }) {
  const query = useApiQuery('activity.get', { activityId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="活动">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看别的活动', onClick: () => void openPage('activities') }} />}</Screen>;
  return <Loaded activity={query.data} />;
}

const NOTE_TITLE: Partial<Readonly<Record<ActivityDetailView['state'], string>>> = { draft: '社区请您补一补', cancelled: '取消的原因' };

function Loaded({ activity }: { activity: ActivityDetailView }) {
  const noteTitle = NOTE_TITLE[activity.state];
  return (
    <Screen title="活动" bottom={<ActivityBar activity={activity} />}>
      <View className="act-head-tags"><Tag tone={activity.state === 'published' ? 'green' : 'ochre'}>{ACTIVITY_STATE_LABEL[activity.state]}</Tag><View className="u-cap">{ACTIVITY_KIND_LABEL[activity.kind]} · {activity.areaName}</View></View>
      <View className="u-title u-mt2">{activity.title}</View>
      <View className="u-sub u-mt1">{activity.organiserName} · {activity.drafterName} 起草</View>
      {activity.note !== '' && noteTitle !== undefined && <View className="u-mt4"><Notice tone="warn" title={noteTitle}>{activity.note}</Notice></View>}
      {activity.state === 'draft' && activity.missing.length > 0 && <View className="u-mt4"><Notice tone="info" title="送审前还差">{activity.missing.join('、')}</Notice></View>}
      <View className="u-body u-preline u-mt4">{activity.story}</View>
      <View className="act-facts"><KeyValue rows={[...needWords(activity), ...(activity.questions.length === 0 ? [] : [{ label: '报名会问', value: activity.questions.join('；') }]), { label: '有事问', value: activity.contactRole }]} /></View>
      {activity.canEdit && <View className="u-mt3"><LinkRow icon="edit" onClick={() => void openPage('editActivity', { id: activity.activityId })}>改内容</LinkRow></View>}
      <Shifts activity={activity} />
    </Screen>
  );
}

function Shifts({ activity }: { activity: ActivityDetailView }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <View>
      <SectionHead title="时间" note={activity.shifts.length === 0 ? '' : `${activity.shifts.length} 班`} />
      {activity.shifts.length === 0 && <View className="u-sub">还没有排时间。</View>}
      <View className="u-stack">{activity.shifts.map((shift) => <ManagedShift key={shift.shiftId} shift={shift} canManage={activity.canAddShifts} />)}</View>
      {activity.canAddShifts && <View className="u-mt4"><Button kind="secondary" icon="plus" onClick={() => setAdding(true)}>排时间</Button></View>}
      <AddShiftSheet activityId={activity.activityId} isOpen={isAdding} onClose={() => setAdding(false)} />
    </View>
  );
}

function ManagedShift({ shift, canManage }: { shift: ShiftCardView; canManage: boolean }) {
  const [asked, setAsked] = useState<'change' | 'cancel' | null>(null);
  const nowMs = serverNowMs();
  const isAhead = (shift.state === 'open' || shift.state === 'planned') && shift.startsAtMs > nowMs;
  return (
    <View>
      <ShiftCard shift={shift} day={formatDay(shift.startsAtMs, nowMs)} onOpen={() => void openPage('shift', { id: shift.shiftId })} />
      {canManage && (
        <View className="u-links u-mt1">
          {shift.state !== 'planned' && <Button kind="text" size="small" onClick={() => void openPage('roster', { id: shift.shiftId })}>名单</Button>}
          {isAhead && <Button kind="text" size="small" onClick={() => setAsked('change')}>改时间地点</Button>}
          {isAhead && <Button kind="text" size="small" onClick={() => setAsked('cancel')}>取消这一班</Button>}
        </View>
      )}
      {asked === 'change' && <ChangeShiftSheet shift={shift} isOpen onClose={() => setAsked(null)} />}
      {asked === 'cancel' && <CancelShiftSheet shift={shift} isOpen onClose={() => setAsked(null)} />}
    </View>
  );
}
