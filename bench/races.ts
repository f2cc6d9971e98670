import type { Community} from '../tests/flows/support/community';
import { GRID } from '../tests/flows/support/community';
import { openWish } from '../tests/flows/support/wish-steps';

export interface RaceResult {
  readonly people: number;
  readonly shares: number;
  readonly held: number;
  readonly soldOut: number;
  readonly unanswered: number;
  readonly seconds: number;
}

const PEOPLE = 200;
const person = (index: number): string => `oTestCrowd${index}x`;

const rush = async (community: Community, shares: number): Promise<RaceResult> => {
  const wishId = await openWish(community, { shares, urgency: 'urgent' });
  const startedMs = performance.now();
  const answers = await Promise.all(Array.from({ length: PEOPLE }, (_unused, index) => community.send(person(index), 'wish.claim', { wishId, shares: 1 })));
  const seconds = (performance.now() - startedMs) / 1000;
  const held = answers.filter((answer) => answer.ok === true).length;
  const soldOut = answers.filter((answer) => answer.ok === false && answer.error.code === 'SHARES_SOLD_OUT').length;
  return { people: PEOPLE, shares, held, soldOut, unanswered: PEOPLE - held - soldOut, seconds };
};

/** 200 people claim at the same moment: first one share, then sixty. */
export const measureRaces = async (community: Community): Promise<readonly RaceResult[]> => {
  for (let from = 0; from < PEOPLE; from += 20) {
    await Promise.all(Array.from({ length: 20 }, (_unused, offset) => community.join(person(from + offset), `邻居${from + offset}`, GRID)));
  }
  return [await rush(community, 1), await rush(community, 60)];
};
