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
import { MemberGate } from '@/features/member/member-gate';
import { PublicityRow } from '@/features/publicity/publicity-row';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 公示栏: what the neighbourhood may object to, at community, street and district. */
export default function PublicityBoardPage() {
  return (
    <Screen title="公示栏">
      <MemberGate back="publicityBoard">{(me) => <Board me={me} />}</MemberGate>
    </Screen>
  );
}

/** The nodes above somebody's home, by the depth of their id. */
const LEVELS = [{ word: '本社区', depth: 3 }, { word: '街道', depth: 2 }, { word: '全区', depth: 1 }] as const;

function Board({ me }: { me: MeView }) {
  const [depth, setDepth] = useState<number>(3);
  const [state, setState] = useState<'open' | 'ended'>('open');
  const areaId = me.communityId.split('-').slice(0, depth).join('-');
  return (
    <View>
      <View className="u-sub u-mt1">大一点的帮助和困难帮扶，先给邻居们看五个工作日。</View>
      <View className="u-mt3"><ChipRow edge>
        {LEVELS.map((level) => <Chip key={level.depth} kind="filter" on={depth === level.depth} onClick={() => setDepth(level.depth)}>{level.word}</Chip>)}
        <Chip kind="filter" on={state === 'ended'} onClick={() => setState(state === 'open' ? 'ended' : 'open')}>已结束的</Chip>
      </ChipRow></View>
      <Rows key={`${areaId}:${state}`} areaId={areaId} state={state} />
    </View>
  );
}

function Rows({ areaId, state }: { areaId: string; state: 'open' | 'ended' }) {
  const pages = useApiPages('publicity.list', { areaId, state });
  useListPage(pages);
  if (pages.isLoading) return <View className="u-mt3"><SkeletonList count={3} kind="row" /></View>;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) {
    return (
      <EmptyState
        scene="branch"
        title={state === 'open' ? '现在没有在公示的' : '最近一个月没有结束的公示'}
        note="身边有谁过得难，可以悄悄告诉社区。"
        link={{ text: '说一位要帮的邻居', onClick: () => void openPage('suggestPerson') }}
      />
    );
  }
  return (
    <View className="u-stack u-mt3">
      {pages.items.map((card) => <PublicityRow key={card.publicityId} card={card} onOpen={() => void openPage('publicity', { id: card.publicityId })} />)}
      <ListFoot pages={pages} />
    </View>
  );
}
