import type { RouteName } from '@contract';
import type { ClaimBatch } from '../../../cloudfunctions/core/batch/claim-batch';
import type { Transfer } from '../../../cloudfunctions/core/ledger/transfer';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import { isSoundPerson, type Person } from '../../../cloudfunctions/core/person/person';
import type { Thanks } from '../../../cloudfunctions/core/thanks/thanks';
import { isUnitCoherent, type Unit } from '../../../cloudfunctions/core/unit/unit';
import { isCoherent, type Wish } from '../../../cloudfunctions/core/wish/wish';
import { Community, DAY_MS, GRID, HOUR_MS, newOperation, type Answer } from '../../flows/support/community';

/**
 * Kills the function before and after each database call of a command, then either sends the same call again, as a phone
 * does, or lets only `jobs` run, as when the phone went dark. Either way it must end as if nothing had happened: nothing
 * lost, nothing doubled, nothing without a clock.
 */
export interface KilledCase {
  /** Where one route has several. */
  readonly name?: string;
  readonly route: RouteName;
  /** Brings a wish to where the command applies and gives the call. */
  readonly prepare: (community: Community, poster: string, giver: string) => Promise<Act>;
}

export interface Act {
  readonly caller: string;
  readonly input: unknown;
  /** Whether the command's own change has happened. */
  readonly happened: () => boolean;
  /** The wish it is about; null when the command makes it. */
  readonly wishId: string | null;
  /** What else it is about, as things stand. */
  readonly subjectIds?: () => readonly string[];
}

export const wishOf = (community: Community, wishId: string): Wish | null => community.document<Wish>('wishes', wishId);
export const claimState = (community: Community, wishId: string, claimId: string): string | undefined => wishOf(community, wishId)?.claims[claimId]?.state;

/** Everything that happens once because of a wish or of what else a command is about, counted. */
const trace = (community: Community, ids: readonly string[]): Readonly<Record<string, number>> => {
  const isAbout = (...found: readonly (string | null | undefined)[]): boolean => found.some((id) => typeof id === 'string' && ids.includes(id));
  const counts: Record<string, number> = {};
  const count = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const notice of community.documents<Notice>('notices')) if (isAbout(notice.target.wishId, notice.target.subjectId)) count(`notice:${notice.title.replace(/\d+/g, '#')}:${notice.target.page}`);
  for (const transfer of community.documents<Transfer>('transfers')) if (ids.some((id) => JSON.stringify(transfer).includes(id))) count(`transfer:${transfer.phase}`);
  for (const task of community.documents<{ wishId: string | null; subjectId: string | null; kind: string; state: string }>('tasks')) if (isAbout(task.wishId, task.subjectId)) count(`task:${task.kind}:${task.state}`);
  for (const record of community.documents<{ wishId: string; state: string }>('claims')) if (isAbout(record.wishId)) count(`claim:${record.state}`);
  for (const line of community.documents<{ subjectId: string; kind: string }>('audit')) if (isAbout(line.subjectId)) count(`audit:${line.kind}`);
  return counts;
};

const newestWishId = (community: Community, posterId: string): string | null =>
  [...community.documents<Wish>('wishes')].filter((wish) => wish.posterId === posterId).sort((a, b) => b.createdAtMs - a.createdAtMs)[0]?._id ?? null;

/** What no moment may break, once `jobs` had its turn. */
const assertSound = (community: Community): void => {
  const nowMs = community.nowMs();
  for (const wish of community.documents<Wish>('wishes')) {
    expect({ wishId: wish._id, coherent: isCoherent(wish) }).toEqual({ wishId: wish._id, coherent: true });
    expect({ wishId: wish._id, waiting: Object.keys(wish.outbox) }).toEqual({ wishId: wish._id, waiting: [] });
    expect(wish.wakeAtMs).toBeGreaterThan(nowMs - HOUR_MS);
  }
  for (const unit of community.documents<Unit>('units')) {
    expect({ unitId: unit._id, coherent: isUnitCoherent(unit) }).toEqual({ unitId: unit._id, coherent: true });
    const answering = community.documents<Member>('members').filter((member) => member.partyIds.includes(unit._id));
    expect(answering.map((member) => member._id)).toEqual(unit.contactId === null ? [] : [unit.contactId]);
  }
  for (const person of community.documents<Person>('persons')) expect({ personId: person._id, sound: isSoundPerson(person), waiting: Object.keys(person.outbox) }).toEqual({ personId: person._id, sound: true, waiting: [] });
  for (const thanks of community.documents<Thanks>('thanks')) expect({ thanksId: thanks._id, waiting: Object.keys(thanks.outbox), againstOne: thanks.isOnWall && !(thanks.giverShows && thanks.consents), late: thanks.wakeAtMs < nowMs - HOUR_MS }).toEqual({ thanksId: thanks._id, waiting: [], againstOne: false, late: false });
  for (const batch of community.documents<ClaimBatch>('claimBatches')) expect({ batchId: batch._id, waiting: Object.keys(batch.outbox), isTrying: batch.state === 'trying' }).toEqual({ batchId: batch._id, waiting: [], isTrying: false });
  for (const quota of community.documents<{ _id: string; wakeAtMs: number }>('quotas')) expect(quota.wakeAtMs).toBeGreaterThan(nowMs - HOUR_MS);
};

/** Enough for every wire call of the longest command with its delivery. */
const PLACES_MAX = 40;

/** How many wire calls one undisturbed call of the route made, delivery included. */
const wirePlaces = (community: Community, route: RouteName): number => {
  const record = [...community.meters(20)].reverse().find((entry) => entry.route === route);
  return Math.min(record?.calls.length ?? 0, PLACES_MAX);
};

/** `npm run test:long` meets every place in both ways. */
const IS_LONG = process.env.LINYUAN_LONG === '1';

interface Victim {
  readonly poster: string;
  readonly memberId: string;
  readonly act: Act;
  readonly operationId: string;
  /** Sent again by the phone, or left to `jobs`. */
  readonly isResent: boolean;
}

const describeCase = ({ name, route, prepare }: KilledCase, current: () => Community): void => describe(`${name ?? route}, killed at any database call`, () => {
  let community: Community;
  let posters = 0;

  beforeAll(async () => {
    community = current();
    await community.foundAnew();
  });

  /** People of its own, so that what dies in a transaction of one victim holds up no other. */
  const prepareVictim = async (isResent: boolean): Promise<Victim> => {
    const number = (posters += 1);
    const poster = `oTestPoster${number}x`;
    const giver = `oTestGiver${number}x`;
    await Promise.all([community.join(poster, '赵阿姨', GRID), community.join(giver, '刘洋', GRID)]);
    const act = await prepare(community, poster, giver);
    return { poster, memberId: (await community.me(poster)).memberId, act, operationId: newOperation(), isResent };
  };

  /** A few at a time and with an hour between: rate limits of the people who act in every case are real too. */
  const prepareVictims = async (count: number, isResent: (index: number) => boolean): Promise<readonly Victim[]> => {
    const victims: Victim[] = [];
    while (victims.length < count) {
      const batch = Array.from({ length: Math.min(10, count - victims.length) }, (_unused, index) => prepareVictim(isResent(victims.length + index)));
      victims.push(...(await Promise.all(batch)));
      await community.advance(61 * 60_000);
    }
    return victims;
  };

  const attempt = (victim: Victim): Promise<Answer<RouteName>> => community.send(victim.act.caller, route, victim.act.input as never, victim.operationId);

  /** A few at a time: a call delivers for a bounded time only, so on a crowded machine it would not come to its last places. */
  const attemptAll = async (victims: readonly Victim[]): Promise<readonly Answer<RouteName>[]> => {
    const answers: Answer<RouteName>[] = [];
    for (let from = 0; from < victims.length; from += 3) answers.push(...(await Promise.all(victims.slice(from, from + 3).map(attempt))));
    return answers;
  };

  const aboutOf = ({ act, memberId }: Victim): readonly string[] => [act.wishId ?? newestWishId(community, memberId) ?? 'none', ...(act.subjectIds?.() ?? [])];

  /** The timer for a quarter of an hour, as it would run: what failed once is looked at again two minutes later. */
  const settleAll = async (): Promise<void> => {
    for (let run = 0; run < 5; run += 1) {
      await community.advance(3 * 60_000);
      await community.runJobs();
    }
    assertSound(community);
  };

  /**
   * One rule a place and one victim a rule: each rule kills whichever call comes first to its n-th wire call, so every
   * place kills exactly one. Every place is met, before its call or after it in turn, by one that is sent again and one
   * that is left in turn; the long lane meets every place before and after, with both.
   */
  const killEverywhere = async (places: number, when: 'before' | 'after'): Promise<readonly Victim[]> => {
    const killed: Victim[] = [];
    const all = Array.from({ length: places }, (_unused, index) => index + 1);
    const met = IS_LONG ? all : all.filter((nth) => nth % 2 === (when === 'before' ? 1 : 0));
    for (const turn of IS_LONG ? [0, 1] : [when === 'before' ? 0 : 1]) {
      const victims = await prepareVictims(met.length, (index) => (index + turn) % 2 === 0);
      await community.arm(...met.map((nth) => ({ route, kind: 'kill' as const, nth, when, times: 1 })));
      const answers = await attemptAll(victims);
      expect({ when, unfired: community.unfiredPlaces(), alive: answers.filter((answer) => answer.ok === true).length }).toEqual({ when, unfired: [], alive: 0 });
      await community.arm();
      killed.push(...victims);
    }
    return killed;
  };

  test('sent again or left to jobs, it ends as if nothing had happened', async () => {
    const calm = (await prepareVictims(1, () => true))[0];
    if (calm === undefined) throw new Error('nobody to act');
    expect(await attempt(calm)).toMatchObject({ ok: true });
    const places = wirePlaces(community, route);
    expect(places).toBeGreaterThanOrEqual(4);
    await settleAll();
    const undisturbed = trace(community, aboutOf(calm));
    for (const when of ['before', 'after'] as const) {
      const killed = await killEverywhere(places, when);
      for (const victim of killed.filter(({ isResent }) => isResent)) expect(await attempt(victim)).toMatchObject({ ok: true });
      await settleAll();
      for (const victim of killed) {
        // A call that died before its own change and was never sent again has rightly done nothing.
        if (!victim.isResent && !victim.act.happened()) continue;
        expect({ when, isResent: victim.isResent, happened: victim.act.happened(), trace: trace(community, aboutOf(victim)) }).toEqual({ when, isResent: victim.isResent, happened: true, trace: undisturbed });
      }
    }
    // Long after: nothing waits, nothing was left behind.
    await community.advance(30 * DAY_MS);
    await settleAll();
  }, 600_000);
});

/** One cloud for all cases, empty and founded anew for each: its functions stay warm. */
export const describeKilled = (cases: readonly KilledCase[]): void => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });
  for (const each of cases) describeCase(each, () => community);
};
