import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, WISH_CATEGORY_LABEL, type WishCardView } from '@contract';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState, type ShownFailure } from '@/components/error-state/error-state';
import { FieldFrame } from '@/components/field/field-frame';
import { Sheet } from '@/components/sheet/sheet';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { formatWindow } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { type PickedWish, toggleWish } from './basket';

/** Pages of the wall, read by the feature that asks. */
export interface WallPages {
  readonly items: readonly WishCardView[];
  readonly isLoading: boolean;
  readonly isEnd: boolean;
  readonly failure: ShownFailure | null;
  readonly loadMore: () => void;
  readonly refresh: () => unknown;
}

export interface WishBasketProps {
  readonly label: string;
  /** What to do instead when nothing on the wall waits. */
  readonly otherwise: string;
  readonly wishes: readonly PickedWish[];
  readonly wall: WallPages;
  readonly error?: string | undefined;
  readonly onChange: (wishes: readonly PickedWish[]) => void;
  /** The sheet opens: now the wall is worth reading. */
  readonly onOpen: () => void;
}

/** 一批心愿: what was picked, each taken away by a tap, and the way to pick more. */
export function WishBasket({ label, wishes, error, onChange, onOpen, ...sheet }: WishBasketProps) {
  const [isOpen, setOpen] = useState(false);
  const open = (): void => {
    onOpen();
    setOpen(true);
  };
  return (
    <FieldFrame label={label} hint={wishes.length === 0 ? '从墙上挑' : `挑了 ${wishes.length} 个`} error={error}>
      {wishes.length > 0 && <ChipWrap>{wishes.map((wish) => <Chip key={wish.wishId} removable onClick={() => onChange(toggleWish(wishes, wish))}>{wish.title === '' ? '收回了的心愿' : wish.title}</Chip>)}</ChipWrap>}
      <View className="u-mt2"><Button kind="secondary" icon="plus" onClick={open}>{wishes.length === 0 ? '去挑心愿' : '再挑几个'}</Button></View>
      {isOpen && <PickSheet {...sheet} wishes={wishes} onChange={onChange} onClose={() => setOpen(false)} />}
    </FieldFrame>
  );
}

/** Wishes of the community that wait for somebody, those whose time is nearest first. */
function PickSheet({ wishes, wall, otherwise, onChange, onClose }: Pick<WishBasketProps, 'wishes' | 'wall' | 'otherwise' | 'onChange'> & { readonly onClose: () => void }) {
  const nowMs = serverNowMs();
  const isFull = wishes.length >= LIMITS.wishesPerCampaign;
  // An errand is part of a claim that somebody keeps already.
  const open = wall.items.filter(({ isErrand }) => !isErrand);
  return (
    <Sheet isOpen title="挑几个心愿" onClose={onClose} action={<Button onClick={onClose}>{wishes.length === 0 ? '先不挑' : `就这 ${wishes.length} 个`}</Button>}>
      {isFull && <View className="u-sub u-accent">最多 {LIMITS.wishesPerCampaign} 个，够了。</View>}
      {wall.isLoading && <SkeletonList kind="row" count={4} />}
      {wall.failure !== null && <ErrorState failure={wall.failure} onRetry={() => void wall.refresh()} kept="挑好的都还在" />}
      {!wall.isLoading && wall.failure === null && open.length === 0 && wall.isEnd && <EmptyState scene="basket" title="墙上眼下都有人接了" note={otherwise} />}
      {open.map(({ wishId, title, category, shares, windowEndMs }) => {
        const isPicked = wishes.some((wish) => wish.wishId === wishId);
        return <CheckRow key={wishId} checked={isPicked} disabled={isFull && !isPicked} note={`${WISH_CATEGORY_LABEL[category]} · 还差 ${shares.left} 份 · ${formatWindow(windowEndMs, nowMs)}`} onChange={() => onChange(toggleWish(wishes, { wishId, title }))}>{title}</CheckRow>;
      })}
      {wall.items.length > 0 && !wall.isEnd && <Button kind="text" onClick={() => wall.loadMore()}>再看一些</Button>}
    </Sheet>
  );
}
