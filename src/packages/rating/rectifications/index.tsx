import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MeView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { RectificationRow } from '@/features/rectification/rectification-row';
import { staffAreaOf } from '@/features/rescue/staff-area';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 整改: what is under way in the reader's place, and what is over. */
export default function StaffRectificationsPage() {
  return (
    <Screen title="整改">
      <MemberGate back="staffRectifications" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <Rectifications me={me} />}</MemberGate>
    </Screen>
  );
}

function Rectifications({ me }: { me: MeView }) {
  const [isOpen, setOpen] = useState(true);
  const pages = useApiPages('rectification.list', { areaId: staffAreaOf(me), isOpen }, { isAlwaysFresh: true });
  useListPage(pages);
  return (
    <View>
      <View className="u-sub u-mt2">不满意的人多了，系统自己提出来。只帮着改，不罚；改好了问问大家，改不动请街道来看。</View>
      <View className="u-mt3">
        <ChipRow edge>
          <Chip kind="filter" on={isOpen} onClick={() => setOpen(true)}>在办的</Chip>
          <Chip kind="filter" on={!isOpen} onClick={() => setOpen(false)}>办完的</Chip>
        </ChipRow>
      </View>
      <View className="u-mt3"><List pages={pages} isOpen={isOpen} /></View>
    </View>
  );
}

function List({ pages, isOpen }: { pages: ReturnType<typeof useApiPages<'rectification.list'>>; isOpen: boolean }) {
  if (pages.isLoading) return <SkeletonList count={3} kind="row" />;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) return <EmptyState scene="branch" title={isOpen ? '没有在办的整改' : '还没有办完的'} note={isOpen ? '大家评得都还好。有了会出现在社区待办里。' : '办完的会放在这里，前前后后都看得到。'} />;
  return (
    <View className="u-stack">
      {pages.items.map((row) => <RectificationRow key={row.rectificationId} row={row} onOpen={() => void openPage('rectification', { id: row.rectificationId })} />)}
      <ListFoot pages={pages} />
    </View>
  );
}
