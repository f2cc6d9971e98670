import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ApiContract } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { CaseRow } from '@/features/difficulty/case-row';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

type Shelf = ApiContract['difficulty.list']['input']['shelf'];

const SHELVES: readonly { readonly shelf: Shelf; readonly word: string; readonly empty: string; readonly note: string }[] = [
  { shelf: 'open', word: '在办的', empty: '没有在办的', note: '走访时看到谁过得难，就登记下来。' },
  { shelf: 'ledger', word: '台账', empty: '台账里还没有人', note: '公示期满、定下来的，会在这里放一年。' },
  { shelf: 'ended', word: '办结的', empty: '还没有办结的', note: '没有列入、到期移出的都在这里。' },
];

/** 困难帮扶: who is being looked at, who is in the ledger, who was. Masked until opened. */
export default function DifficultyListPage() {
  const propose = <BottomBar><Button onClick={() => void openPage('staffPropose')}>登记一位</Button></BottomBar>;
  return (
    <Screen title="困难帮扶" bottom={propose}>
      <MemberGate back="staffDifficulty" roles={['administrator', 'staff', 'socialWorker']}>{() => <Shelves />}</MemberGate>
    </Screen>
  );
}

function Shelves() {
  const [shelf, setShelf] = useState<Shelf>('open');
  return (
    <View>
      <View className="u-mt2"><ChipRow edge>
        {SHELVES.map((each) => <Chip key={each.shelf} kind="filter" on={each.shelf === shelf} onClick={() => setShelf(each.shelf)}>{each.word}</Chip>)}
      </ChipRow></View>
      <Rows key={shelf} shelf={shelf} />
    </View>
  );
}

function Rows({ shelf }: { shelf: Shelf }) {
  const pages = useApiPages('difficulty.list', { shelf }, { isAlwaysFresh: true });
  useListPage(pages);
  if (pages.isLoading) return <View className="u-mt3"><SkeletonList count={3} kind="row" /></View>;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) {
    const words = SHELVES.find((each) => each.shelf === shelf);
    return <EmptyState scene="branch" title={words?.empty ?? ''} note={words?.note} />;
  }
  return (
    <View className="u-stack u-mt3">
      {pages.items.map((card) => <CaseRow key={card.caseId} card={card} onOpen={() => void openPage('staffDifficultyCase', { id: card.caseId })} />)}
      <ListFoot pages={pages} />
    </View>
  );
}
