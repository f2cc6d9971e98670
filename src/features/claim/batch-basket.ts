import { create } from 'zustand';
import { LIMITS, type WishCardView } from '@contract';

/** A wish ticked on the wall and how many of its shares. */
export interface Pick {
  readonly wish: WishCardView;
  readonly shares: number;
}

export interface BasketTotals {
  readonly wishes: number;
  readonly shares: number;
  /** About what it all is worth; null when nothing in it has a value. */
  readonly valueFen: number | null;
}

/** Pure: what the ticked wishes come to. */
export function basketTotals(picks: readonly Pick[]): BasketTotals {
  const valued = picks.filter((pick) => pick.wish.valuePerShareFen !== null);
  return {
    wishes: picks.length,
    shares: picks.reduce((sum, pick) => sum + pick.shares, 0),
    valueFen: valued.length === 0 ? null : valued.reduce((sum, pick) => sum + (pick.wish.valuePerShareFen ?? 0) * pick.shares, 0),
  };
}

/** Pure: whether a wish can be ticked at all. */
export const canPick = (wish: WishCardView): boolean => wish.wallState === 'claimable' && !wish.isErrand && !wish.isMine && !wish.isClaimedByMe && wish.shares.left > 0;

/** Pure: ticks or unticks; no more than one action takes. */
export function togglePick(picks: readonly Pick[], wish: WishCardView): readonly Pick[] {
  if (picks.some((pick) => pick.wish.wishId === wish.wishId)) return picks.filter((pick) => pick.wish.wishId !== wish.wishId);
  return canPick(wish) && picks.length < LIMITS.wishesPerBatch ? [...picks, { wish, shares: 1 }] : picks;
}

interface Basket {
  readonly isPicking: boolean;
  readonly picks: readonly Pick[];
  readonly setPicking: (isPicking: boolean) => void;
  readonly toggle: (wish: WishCardView) => void;
  readonly setShares: (wishId: string, shares: number) => void;
  readonly clear: () => void;
}

/** What is ticked on the wall; kept while the program runs, so that looking at one wish loses nothing. */
export const useBasket = create<Basket>((set) => ({
  isPicking: false,
  picks: [],
  setPicking: (isPicking) => set(isPicking ? { isPicking } : { isPicking, picks: [] }),
  toggle: (wish) => set((state) => ({ picks: togglePick(state.picks, wish) })),
  setShares: (wishId, shares) => set((state) => ({ picks: state.picks.map((pick) => (pick.wish.wishId === wishId ? { ...pick, shares } : pick)) })),
  clear: () => set({ isPicking: false, picks: [] }),
}));
