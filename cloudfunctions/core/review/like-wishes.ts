import type { Wish } from '../wish/wish';
import type { WishCard } from '../wish/wish-card';

/** More than these tell a reviewer nothing new. */
const LIKE_MAX = 3;

/** Two characters in common are chance ("一个", "老人"); so many pairs are the same thing asked twice. */
const PAIRS_IN_COMMON = 3;

/** Tokens carry their street before a colon; single characters say nothing. */
const isPair = (token: string): boolean => [...token.slice(token.indexOf(':') + 1)].length > 1;

/** Pure: the wishes whose search tokens have most in common with this one's, itself and its household's left out by the caller. */
export const likeWishesAmong = (wish: Pick<Wish, '_id' | 'searchTokens'>, others: readonly WishCard[]): readonly WishCard[] => {
  const own = new Set(wish.searchTokens.filter(isPair));
  return others
    .filter((other) => other._id !== wish._id)
    .map((other) => ({ other, common: other.searchTokens.filter((token) => own.has(token)).length }))
    .filter(({ common }) => common >= PAIRS_IN_COMMON)
    .sort((a, b) => b.common - a.common || (a.other._id < b.other._id ? -1 : 1))
    .slice(0, LIKE_MAX)
    .map(({ other }) => other);
};
