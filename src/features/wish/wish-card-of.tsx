import type { WishCardView } from '@contract';
import { WishCard, type WishCardProps } from '@/components/wish-card/wish-card';
import { Tag } from '@/components/tag/tag';
import { formatWindow } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { cardFacts, isHelpedElsewhere } from './wish-words';

const DAY_MS = 86_400_000;

/** What a card draws, out of what the server tells about a wish. */
export function wishCardProps(wish: WishCardView): Omit<WishCardProps, 'onClick'> {
  const nowMs = serverNowMs();
  const isOpen = wish.wallState === 'claimable';
  return {
    title: wish.title,
    drawing: pictureOf(wish.pictureKey),
    meta: cardFacts(wish),
    delivered: wish.shares.delivered,
    held: wish.shares.held,
    open: wish.shares.left,
    endedText: isHelpedElsewhere(wish) ? '转给合适的单位，办好了' : undefined,
    placeText: [wish.placeText, wish.walkText].filter((part) => part !== null && part !== '').join(' · '),
    timeText: `${isOpen && wish.urgency === 'urgent' ? '急 · ' : ''}${formatWindow(wish.windowEndMs, nowMs)}`,
    urgent: isOpen && (wish.urgency === 'urgent' || wish.windowEndMs - nowMs < DAY_MS),
  };
}

/** The same for a tile of home, where one line must hold how far and until when. */
export function wishTileProps(wish: WishCardView): Omit<WishCardProps, 'onClick'> {
  return { ...wishCardProps(wish), placeText: wish.walkText ?? wish.placeText };
}

/** While several wishes are ticked on the wall: a card is ticked instead of opened. */
export interface WallPicking {
  readonly canPick: (wish: WishCardView) => boolean;
  readonly isPicked: (wishId: string) => boolean;
  readonly toggle: (wish: WishCardView) => void;
}

/** A wish as a row of a list, made from the server's view. */
export function WishRow({ wish, onOpen, picking }: { wish: WishCardView; onOpen: (wishId: string) => void; picking?: WallPicking | null }) {
  const mine = wish.isMine ? <Tag tone="green">我发的</Tag> : undefined;
  const claimed = wish.isClaimedByMe ? <Tag tone="ochre" icon="clock">我认领了</Tag> : undefined;
  const errand = wish.isErrand ? <Tag icon="home">跑腿</Tag> : undefined;
  if (picking !== null && picking !== undefined && picking.canPick(wish)) return <WishCard {...wishCardProps(wish)} tag={mine ?? claimed ?? errand} selectable selected={picking.isPicked(wish.wishId)} onClick={() => picking.toggle(wish)} />;
  return <WishCard {...wishCardProps(wish)} tag={mine ?? claimed ?? errand} onClick={() => onOpen(wish.wishId)} />;
}
