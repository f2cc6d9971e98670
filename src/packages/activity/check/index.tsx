import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { ActivityCard } from '@/features/activity/activity-card';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const STAFF = ['administrator', 'staff', 'socialWorker'] as const;

/** 活动审核: drafts that wait, the longest waiting first; whoever drafted one leaves it to a colleague. */
export default function CheckActivitiesPage() {
  return <Screen title="活动审核"><MemberGate roles={STAFF}>{(me) => <Queue me={me} />}</MemberGate></Screen>;
}

const areasOf = (me: MeView): readonly { readonly areaId: string; readonly areaName: string }[] => [...new Map(me.roles.filter(({ role }) => STAFF.some((one) => one === role)).map((held) => [held.areaId, held])).values()];

function Queue({ me }: { me: MeView }) {
  const areas = areasOf(me);
  const [areaId, setAreaId] = useState(areas[0]?.areaId ?? '');
  const pages = useApiPages('activity.queue', { areaId });
  useListPage(pages);
  return (
    <View>
      {areas.length > 1 && <ChipRow>{areas.map((area) => <Chip key={area.areaId} kind="filter" on={area.areaId === areaId} onClick={() => setAreaId(area.areaId)}>{area.areaName}</Chip>)}</ChipRow>}
      {pages.isLoading && <SkeletonList kind="wish" count={2} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <View className="u-stack u-mt3">{pages.items.map((activity) => <ActivityCard key={activity.activityId} activity={activity} onOpen={() => void openPage('activity', { id: activity.activityId })} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="branch" title="没有要看的" note="有人起草了活动，会出现在这里。" />}
    </View>
  );
}
