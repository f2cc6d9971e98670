import type { Wish } from '../cloudfunctions/core/wish/wish';
import { claimsOf, isCoherent } from '../cloudfunctions/core/wish/wish';
import type { Answer, Community } from '../tests/flows/support/community';
import { GRID, HOUR_MS, STAFF } from '../tests/flows/support/community';
import { openWish, wishInput } from '../tests/flows/support/wish-steps';
import type { Dice } from './dice';

export interface RaceResult {
  readonly people: number;
  readonly shares: number;
  readonly held: number;
  readonly soldOut: number;
  readonly unanswered: number;
  readonly seconds: number;
}

export const CROWD_OF_ONE_WISH = 200;
export const crowdPerson = (index: number): string => `oTestCrowd${index}x`;

/** People who have nothing else to do than to claim. */
export const gatherCrowd = async (community: Community, people: number): Promise<void> => {
  for (let from = 0; from < people; from += 20) {
    await Promise.all(Array.from({ length: Math.min(20, people - from) }, (_unused, offset) => community.join(crowdPerson(from + offset), `邻居${from + offset}`, GRID)));
  }
};

const REFUSED_FOR_SHARES: readonly string[] = ['SHARES_SOLD_OUT', 'SHARES_NOT_ENOUGH'];

const countOf = (answers: readonly Answer<'wish.claim'>[]): Pick<RaceResult, 'held' | 'soldOut' | 'unanswered'> => {
  const held = answers.filter((answer) => answer.ok === true).length;
  const soldOut = answers.filter((answer) => answer.ok === false && REFUSED_FOR_SHARES.includes(answer.error.code)).length;
  return { held, soldOut, unanswered: answers.length - held - soldOut };
};

/** The whole crowd on one wish. */
export const rushOneWish = async (community: Community, wishId: string, shares: number): Promise<RaceResult> => {
  const startedMs = performance.now();
  const answers = await Promise.all(Array.from({ length: CROWD_OF_ONE_WISH }, (_unused, index) => community.send(crowdPerson(index), 'wish.claim', { wishId, shares: 1 })));
  return { people: CROWD_OF_ONE_WISH, shares, ...countOf(answers), seconds: (performance.now() - startedMs) / 1000 };
};

export interface ShiftRace {
  readonly people: number;
  readonly places: number;
  readonly joined: number;
  /** On the waitlist, each with a number of their own or told about. */
  readonly waiting: number;
  /** Told that it is full, with what is like it. */
  readonly full: number;
  readonly unanswered: number;
  /** Why, where somebody got no answer. */
  readonly codes: readonly string[];
  readonly seconds: number;
}

/** The whole crowd signs up for one shift at the same moment; who finds it full waits. The crowd must be there. */
export const rushOneShift = async (community: Community, shiftId: string, people: number, places: number): Promise<ShiftRace> => {
  const startedMs = performance.now();
  const answers = await Promise.all(Array.from({ length: people }, (_unused, index) => community.send(crowdPerson(index), 'shift.signUp', { shiftId, ifFull: 'wait' })));
  const outcomes = answers.map((answer) => (answer.ok === true ? answer.data.outcome : 'unanswered'));
  const count = (outcome: (typeof outcomes)[number]): number => outcomes.filter((each) => each === outcome).length;
  return { people, places, joined: count('joined'), waiting: count('waiting'), full: count('full'), unanswered: count('unanswered'), codes: answers.flatMap((answer) => (answer.ok === false ? [answer.error.code] : [])), seconds: (performance.now() - startedMs) / 1000 };
};

/** 200 people claim at the same moment: first one share, then sixty. The crowd must be there. */
export const measureRaces = async (community: Community): Promise<readonly RaceResult[]> => {
  const results: RaceResult[] = [];
  for (const shares of [1, 60]) results.push(await rushOneWish(community, await openWish(community, { shares, urgency: 'urgent' }), shares));
  return results;
};

export interface ManyWishesRace extends RaceResult {
  readonly wishes: number;
  /** Wishes of which more or fewer shares are held than were said to be. */
  readonly wrong: number;
}

const PEOPLE = 300;
const WISHES = 100;
const CLAIMS_A_PERSON = 2;
/** Wishes one person may post in an hour, given how often text is checked. */
const POSTS_AN_HOUR = 30;

/** A hundred wishes of one to five shares, open. */
const openMany = async (community: Community, dice: Dice): Promise<readonly { readonly wishId: string; readonly shares: number }[]> => {
  const opened: { readonly wishId: string; readonly shares: number }[] = [];
  while (opened.length < WISHES) {
    const batch = Array.from({ length: Math.min(POSTS_AN_HOUR, WISHES - opened.length) }, () => 1 + dice.roll(5));
    opened.push(...(await Promise.all(batch.map(async (shares) => ({ wishId: (await community.must(STAFF, 'wish.submit', wishInput(community, { shares, urgency: 'urgent' }))).wishId, shares })))));
    await community.advance(HOUR_MS);
  }
  await Promise.all(opened.map(({ wishId }) => community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } })));
  return opened;
};

/** 300 people claim on 100 wishes at the same moment, two each, one or two shares. The crowd must be there. */
export const rushManyWishes = async (community: Community, dice: Dice): Promise<ManyWishesRace> => {
  const opened = await openMany(community, dice);
  const claims = Array.from({ length: PEOPLE * CLAIMS_A_PERSON }, (_unused, index) => {
    const first = dice.roll(WISHES);
    const wish = opened[(first + (index % CLAIMS_A_PERSON)) % WISHES] as (typeof opened)[number];
    return { openid: crowdPerson(Math.floor(index / CLAIMS_A_PERSON)), wishId: wish.wishId, shares: 1 + dice.roll(2) };
  });
  // Two claims of one person on one wish are one claim too many, which is another refusal.
  const distinct = [...new Map(claims.map((claim) => [`${claim.openid} ${claim.wishId}`, claim])).values()];
  const startedMs = performance.now();
  const answers = await Promise.all(distinct.map(({ openid, wishId, shares }) => community.send(openid, 'wish.claim', { wishId, shares })));
  const seconds = (performance.now() - startedMs) / 1000;
  const promised = new Map<string, number>();
  answers.forEach((answer, index) => {
    const claim = distinct[index];
    if (answer.ok === true && claim !== undefined) promised.set(claim.wishId, (promised.get(claim.wishId) ?? 0) + claim.shares);
  });
  const wrong = opened.filter(({ wishId, shares }) => {
    const wish = community.document<Wish>('wishes', wishId);
    if (wish === null || !isCoherent(wish)) return true;
    const held = claimsOf(wish).reduce((sum, claim) => sum + claim.shares, 0);
    return held !== (promised.get(wishId) ?? 0) || held > shares || wish.sharesHeld !== held;
  }).length;
  return { people: PEOPLE, wishes: WISHES, shares: opened.reduce((sum, wish) => sum + wish.shares, 0), ...countOf(answers), wrong, seconds };
};
