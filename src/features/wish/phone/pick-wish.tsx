import { useState } from 'react';
import { View } from '@tarojs/components';
import type { WishCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { FieldFrame } from '@/components/field/field-frame';
import { SearchField } from '@/components/search-field/search-field';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Stepper } from '@/components/stepper/stepper';
import { useApiPages } from '@/lib/use-api';
import { WishRow } from '../wish-card-of';

interface PickWishProps {
  readonly chosen: WishCardView | null;
  readonly shares: number;
  readonly onChoose: (wish: WishCardView | null) => void;
  readonly onShares: (shares: number) => void;
}

/** Which wish somebody phones about: a word finds it, a tap chooses it. */
export function PickWish({ chosen, shares, onChoose, onShares }: PickWishProps) {
  if (chosen === null) return <FindWish onChoose={onChoose} />;
  return (
    <View className="u-stack">
      <WishRow wish={chosen} onOpen={() => onChoose(null)} />
      <Card>
        <FieldFrame label="认几份" hint={`还差 ${chosen.shares.left} 份`}>
          <Stepper label="认领份数" unit="份" value={shares} min={1} max={chosen.shares.left} onChange={onShares} />
        </FieldFrame>
      </Card>
      <Button kind="text" size="small" onClick={() => onChoose(null)}>换一个心愿</Button>
    </View>
  );
}

function FindWish({ onChoose }: Pick<PickWishProps, 'onChoose'>) {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const wall = useApiPages('wish.wall', { sort: 'near', search });
  return (
    <View className="u-stack">
      <SearchField value={typed} placeholder="找心愿，比如“灯”" onChange={(text) => { setTyped(text); if (text === '') setSearch(''); }} onSearch={() => setSearch(typed.trim())} />
      {wall.isLoading && <SkeletonList kind="wish" count={2} />}
      {wall.failure !== null && <ErrorState failure={wall.failure} onRetry={() => void wall.refresh()} />}
      {!wall.isLoading && wall.failure === null && wall.items.length === 0 && <EmptyState scene="branch" title="没找到这样的心愿" note="换个词试试，或者问问对方想帮什么。" />}
      {wall.items.slice(0, 6).map((wish) => <WishRow key={wish.wishId} wish={wish} onOpen={() => onChoose(wish)} />)}
    </View>
  );
}
