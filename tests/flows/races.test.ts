import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { isCoherent } from '../../cloudfunctions/core/wish/wish';
import { Community, GRID, type Answer } from './support/community';
import { openWish } from './support/wish-steps';

/** Two hundred people at the same moment (issue: exactly one holds the one share; exactly sixty of sixty are held). */
const PEOPLE = 200;
const person = (index: number): string => `oTestCrowd${index}x`;

describe('two hundred people at once', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.found();
    for (let from = 0; from < PEOPLE; from += 20) {
      await Promise.all(Array.from({ length: 20 }, (_unused, offset) => community.join(person(from + offset), `邻居${from + offset}`, GRID)));
    }
  });
  afterAll(async () => {
    await community.close();
  });

  const rush = async (wishId: string): Promise<readonly Answer<'wish.claim'>[]> =>
    Promise.all(Array.from({ length: PEOPLE }, (_unused, index) => community.send(person(index), 'wish.claim', { wishId, shares: 1 })));

  const countOf = (answers: readonly Answer<'wish.claim'>[]): { readonly held: number; readonly soldOut: number; readonly other: number } => {
    const held = answers.filter((answer) => answer.ok === true).length;
    const soldOut = answers.filter((answer) => answer.ok === false && answer.error.code === 'SHARES_SOLD_OUT').length;
    return { held, soldOut, other: answers.length - held - soldOut };
  };

  test('one share: one holds it, 199 are told it is gone, nobody is left without an answer', async () => {
    const wishId = await openWish(community);
    expect(countOf(await rush(wishId))).toEqual({ held: 1, soldOut: PEOPLE - 1, other: 0 });
    const wish = community.document<Wish>('wishes', wishId);
    expect(wish && isCoherent(wish)).toBe(true);
    expect(wish?.sharesHeld).toBe(1);
  });

  test('sixty shares: exactly sixty are held', async () => {
    const wishId = await openWish(community, { title: '六十位老人过冬，各盼一床被子', shares: 60, category: 'goods', estimatedValueFen: 48_000, urgency: 'urgent' });
    expect(countOf(await rush(wishId))).toEqual({ held: 60, soldOut: PEOPLE - 60, other: 0 });
    const wish = community.document<Wish>('wishes', wishId);
    expect(wish && isCoherent(wish)).toBe(true);
    expect({ left: wish?.sharesLeft, held: wish?.sharesHeld }).toEqual({ left: 0, held: 60 });
  });
});
