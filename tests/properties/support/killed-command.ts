import type { RouteName } from '@contract';
import { isActivityCoherent, type Activity } from '../../../cloudfunctions/core/activity/activity';
import { isShiftCoherent, type Shift } from '../../../cloudfunctions/core/shift/shift';
import { isCertificateCoherent, type Certificate } from '../../../cloudfunctions/core/certificate/certificate';
import type { ClaimBatch } from '../../../cloudfunctions/core/batch/claim-batch';
import { isCaseCoherent, type DifficultyCase } from '../../../cloudfunctions/core/difficulty/difficulty-case';
import { isDirectedCoherent, isLiveState, type DirectedGift } from '../../../cloudfunctions/core/directed/directed-gift';
import { isFundCoherent, type Fund } from '../../../cloudfunctions/core/fund/fund';
import { isGrantCoherent, type Grant } from '../../../cloudfunctions/core/fund/grant';
import type { Contribution } from '../../../cloudfunctions/core/contribution/contribution';
import type { SpendingRow } from '../../../cloudfunctions/core/spending/spending-row';
import type { Transfer } from '../../../cloudfunctions/core/ledger/transfer';
import type { Media } from '../../../cloudfunctions/core/media/media';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import { isSoundPerson, type Person } from '../../../cloudfunctions/core/person/person';
import { isPublicityCoherent, type Publicity } from '../../../cloudfunctions/core/publicity/publicity';
import { isShopId } from '../../../cloudfunctions/core/shop/shop-id';
import type { Rating } from '../../../cloudfunctions/core/rating/rating';
import type { Task } from '../../../cloudfunctions/core/staff/task';
import { isMatchBudgetCoherent, type MatchBudget } from '../../../cloudfunctions/core/match-budget/match-budget';
import { isCampaignCoherent, type Campaign } from '../../../cloudfunctions/core/mutual/campaign';
import { isIn, isTeamCoherent, managersOf, type Team } from '../../../cloudfunctions/core/team/team';
import type { Thanks } from '../../../cloudfunctions/core/thanks/thanks';
import { isUnitCoherent, type Unit } from '../../../cloudfunctions/core/unit/unit';
import { isCoherent, type Wish } from '../../../cloudfunctions/core/wish/wish';
import { Community, DAY_MS, GRID, HOUR_MS, newOperation, type Answer } from '../../flows/support/community';
import { beyondCap } from '../../flows/support/match-steps';

/**
 * Kills the function before or after database calls of a command (`npm test` meets some of them, the long lane all), then either sends the same call again, as a phone
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
  /** Makes the input when everything is prepared, for what lives shorter than preparing takes. */
  readonly freshInput?: () => Promise<unknown>;
  /** Whether the command's own change has happened. */
  readonly happened: () => boolean;
  /** The wish it is about, if any; null when the command makes it. */
  readonly wishId?: string | null;
  /** What else it is about, as things stand. */
  readonly subjectIds?: () => readonly string[];
}

export const wishOf = (community: Community, wishId: string): Wish | null => community.document<Wish>('wishes', wishId);
export const claimState = (community: Community, wishId: string, claimId: string): string | undefined => wishOf(community, wishId)?.claims[claimId]?.state;

const withoutDigits = (text: string): string => text.replace(/\d+/g, '#');

/** Everything that happens once because of a wish or of what else a command is about, counted. */
export const trace = (community: Community, ids: readonly string[]): Readonly<Record<string, number>> => {
  const isAbout = (...found: readonly (string | null | undefined)[]): boolean => found.some((id) => typeof id === 'string' && ids.includes(id));
  const counts: Record<string, number> = {};
  const count = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const notice of community.documents<Notice>('notices')) if (isAbout(notice.target.wishId, notice.target.subjectId)) count(`notice:${withoutDigits(notice.title)}:${notice.target.page}`);
  for (const transfer of community.documents<Transfer>('transfers')) if (ids.some((id) => JSON.stringify(transfer).includes(id))) count(`transfer:${transfer.phase}`);
  for (const { wishId, subjectId, kind, actionText, state } of community.documents<Task>('tasks')) if (isAbout(wishId, subjectId)) count(`task:${kind}:${withoutDigits(actionText)}:${state}`);
  for (const record of community.documents<{ wishId: string; state: string }>('claims')) if (isAbout(record.wishId)) count(`claim:${record.state}`);
  for (const record of community.documents<{ shiftId: string; state: string }>('signUps')) if (isAbout(record.shiftId)) count(`signUp:${record.state}`);
  for (const line of community.documents<{ subjectId: string; kind: string }>('audit')) if (isAbout(line.subjectId)) count(`audit:${line.kind}`);
  for (const { _id, state } of community.documents<Certificate>('certificates')) if (isAbout(_id)) count(`certificate:${state}`);
  for (const { shopId } of community.documents<{ shopId: string }>('shopLicences')) if (isAbout(shopId)) count('licence');
  for (const { partyIds, clerkOf, roles } of community.documents<Member>('members')) {
    if (isAbout(...partyIds.filter(isShopId)) || isAbout(...roles.map(({ shopId }) => shopId))) count('shop:owner');
    if (isAbout(...(clerkOf ?? []))) count('shop:clerk');
  }
  for (const { subject, state, fileId } of community.documents<Media>('media')) if (isAbout(subject.id)) count(`file:${state}:${community.hasFile(fileId) ? 'kept' : 'erased'}`);
  return counts;
};

const newestWishId = (community: Community, posterId: string): string | null =>
  [...community.documents<Wish>('wishes')].filter((wish) => wish.posterId === posterId).sort((a, b) => b.createdAtMs - a.createdAtMs)[0]?._id ?? null;

/** Everybody's own document says of teams exactly what the teams say. */
const assertTeamsSound = (community: Community, lateMs: number): void => {
  const members = community.documents<Member>('members');
  for (const team of community.documents<Team>('teams')) {
    const inIt = Object.keys(team.members).filter((memberId) => team.state === 'active' && isIn(team, memberId)).sort();
    const leading = inIt.filter((memberId) => managersOf(team).includes(memberId));
    const noted = (field: 'teamIds' | 'ledTeamIds'): readonly string[] => members.filter((member) => member[field].includes(team._id)).map((member) => member._id).sort();
    expect({ teamId: team._id, coherent: isTeamCoherent(team), waiting: team.pendingEvents, late: team.wakeAtMs < lateMs, inIt: noted('teamIds'), leading: noted('ledTeamIds') }).toEqual({ teamId: team._id, coherent: true, waiting: 0, late: false, inIt, leading });
  }
};

/** Funds and grants add up, nothing of them waits, and the lists of spendings say what their grants say. */
const assertFundsSound = (community: Community, lateMs: number): void => {
  const funds = community.documents<Fund>('funds').filter((fund) => !isFundCoherent(fund) || fund.pendingEvents > 0 || fund.wakeAtMs < lateMs);
  const grants = community.documents<Grant>('grants');
  const unsound = grants.filter((grant) => !isGrantCoherent(grant) || grant.pendingEvents > 0 || grant.wakeAtMs < lateMs);
  expect([funds.map(({ _id }) => _id), unsound.map(({ _id }) => _id)]).toEqual([[], []]);
  const listed = community.documents<SpendingRow>('spendings').map(({ _id, state, amountFen }) => [_id, state, amountFen]).sort();
  const campaigns = community.documents<Campaign>('campaigns').filter((campaign) => isCampaignCoherent(campaign));
  const directed = community.documents<DirectedGift>('directedGifts');
  expect(listed).toEqual([...grants, ...campaigns, ...directed].flatMap(({ spendings }) => Object.values(spendings).map(({ id, state, amountFen }) => [id, state, amountFen])).sort());
};

/** Campaigns, directed gifts, contributions and matching budgets add up, nothing of them waits; no day is beyond its cap, nothing is kept for a gift that is long over. */
export const assertMoneySound = (community: Community, lateMs: number): void => {
  const campaigns = community.documents<Campaign>('campaigns').filter((campaign) => !isCampaignCoherent(campaign) || campaign.pendingEvents > 0 || campaign.wakeAtMs < lateMs);
  const directed = community.documents<DirectedGift>('directedGifts').filter((gift) => !isDirectedCoherent(gift) || gift.pendingEvents > 0 || gift.wakeAtMs < lateMs || Object.values(gift.payments).some(({ state, isSought, keptAtMs }) => state === 'kept' && !isSought && keptAtMs < lateMs && isLiveState(gift.state)));
  expect(directed.map(({ _id }) => _id)).toEqual([]);
  const gifts = community.documents<Contribution>('contributions').filter((gift) => gift.pendingEvents > 0 || gift.wakeAtMs < lateMs);
  expect([campaigns.map(({ _id }) => _id), gifts.map(({ _id }) => _id)]).toEqual([[], []]);
  const budgets = new Map(community.documents<MatchBudget>('matchBudgets').map((budget) => [budget._id, budget]));
  const unsound = [...budgets.values()].filter((budget) => !isMatchBudgetCoherent(budget) || budget.pendingEvents > 0 || budget.wakeAtMs < lateMs || Object.values(budget.holds).some(({ atMs }) => atMs < lateMs - DAY_MS));
  expect(unsound.map(({ _id }) => _id)).toEqual([]);
  expect(beyondCap(community)).toEqual([]);
};

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
  assertTeamsSound(community, nowMs - HOUR_MS);
  for (const person of community.documents<Person>('persons')) expect({ personId: person._id, sound: isSoundPerson(person), waiting: Object.keys(person.outbox) }).toEqual({ personId: person._id, sound: true, waiting: [] });
  for (const thanks of community.documents<Thanks>('thanks')) expect({ thanksId: thanks._id, waiting: Object.keys(thanks.outbox), againstOne: thanks.isOnWall && !(thanks.giverShows && thanks.consents), late: thanks.wakeAtMs < nowMs - HOUR_MS }).toEqual({ thanksId: thanks._id, waiting: [], againstOne: false, late: false });
  for (const rating of community.documents<Rating>('ratings')) expect({ ratingId: rating._id, waiting: Object.keys(rating.outbox), events: rating.pendingEvents }).toEqual({ ratingId: rating._id, waiting: [], events: 0 });
  const shifts = community.documents<Shift>('shifts').filter((found) => !isShiftCoherent(found) || found.pendingEvents > 0 || found.wakeAtMs < nowMs - HOUR_MS);
  const activities = community.documents<Activity>('activities').filter((found) => !isActivityCoherent(found) || found.pendingEvents > 0 || found.wakeAtMs < nowMs - HOUR_MS);
  expect([shifts.map(({ _id }) => _id), activities.map(({ _id }) => _id)]).toEqual([[], []]);
  const certificates = community.documents<Certificate>('certificates').filter((found) => !isCertificateCoherent(found) || found.pendingEvents > 0);
  expect(certificates.map(({ _id }) => _id)).toEqual([]);
  const lateMs = nowMs - HOUR_MS;
  assertFundsSound(community, lateMs);
  assertMoneySound(community, lateMs);
  const publicities = community.documents<Publicity>('publicities').filter((found) => !isPublicityCoherent(found) || found.pendingEvents > 0 || found.wakeAtMs < lateMs);
  const cases = community.documents<DifficultyCase>('difficultyCases').filter((found) => !isCaseCoherent(found) || found.pendingEvents > 0 || found.wakeAtMs < lateMs);
  expect([publicities.map(({ _id }) => _id), cases.map(({ _id }) => _id)]).toEqual([[], []]);
  for (const batch of community.documents<ClaimBatch>('claimBatches')) expect({ batchId: batch._id, waiting: Object.keys(batch.outbox), isTrying: batch.state === 'trying' }).toEqual({ batchId: batch._id, waiting: [], isTrying: false });
  for (const quota of community.documents<{ _id: string; wakeAtMs: number }>('quotas')) expect(quota.wakeAtMs).toBeGreaterThan(nowMs - HOUR_MS);
};

/** Enough for every wire call of the longest command with its delivery. */
const PLACES_MAX = 40;

/** How many wire calls one undisturbed call of the route made, delivery included. */
export const wirePlaces = (community: Community, route: RouteName): number => {
  const record = [...community.meters(20)].reverse().find((entry) => entry.route === route);
  return Math.min(record?.calls.length ?? 0, PLACES_MAX);
};

/** Before or after the n-th wire call of a command. */
interface Place {
  readonly nth: number;
  readonly when: 'before' | 'after';
}

/** Of so many neighbouring places `npm test` meets one, of a short command more: at least one before its call and one after. */
const STRIDE = 6;
const strideOf = (places: number): number => Math.min(STRIDE, Math.floor(places / 2));

/** Where a command begins: told by its name, so that a run is like the one before. */
const placeOffset = (name: string): number => [...name].reduce((sum, character) => sum + character.charCodeAt(0), 0);

/** `npm run test:long` meets every place in both ways. */
export const IS_LONG = process.env.LINYUAN_LONG === '1';

/**
 * Every sixth place of the command, before its call or after it in turn, by one that is sent again and one that is left
 * in turn: all commands share one way of reading, writing and delivering, and each begins at another place, so that
 * together they meet every place. The long lane meets every place of every command before and after, with both.
 */
const passesOf = (places: number, name: string): readonly (readonly Place[])[] => {
  const all = Array.from({ length: places }, (_unused, index) => index + 1);
  if (IS_LONG) return (['before', 'after'] as const).flatMap((when) => Array.from({ length: 2 }, () => all.map((nth) => ({ nth, when }))));
  const stride = strideOf(places);
  return [all.flatMap((nth): readonly Place[] => ({ 0: [{ nth, when: 'before' as const }], [stride]: [{ nth, when: 'after' as const }] })[(nth + placeOffset(name)) % (2 * stride)] ?? [])];
};

interface Victim {
  readonly poster: string;
  readonly memberId: string;
  readonly act: Act;
  readonly input: unknown;
  readonly operationId: string;
  /** Sent again by the phone, or left to `jobs`. */
  readonly isResent: boolean;
}

export interface KilledOptions {
  /** After the founding, before the first case. */
  readonly setUp?: (community: Community) => Promise<void>;
  /** So many are prepared in an hour: rate limits of the people who act in every case are real too. */
  readonly perHour?: number;
}

const describeCase = ({ name, route, prepare }: KilledCase, { setUp, perHour = 10 }: KilledOptions, current: () => Community): void => describe(`${name ?? route}, killed at any database call`, () => {
  let community: Community;
  let posters = 0;

  beforeAll(async () => {
    community = current();
    await community.foundAnew();
    await setUp?.(community);
  });

  /** People of its own, so that what dies in a transaction of one victim holds up no other. */
  const prepareVictim = async (isResent: boolean): Promise<Victim> => {
    const number = (posters += 1);
    const poster = `oTestPoster${number}x`;
    const giver = `oTestGiver${number}x`;
    await Promise.all([community.join(poster, '赵阿姨', GRID), community.join(giver, '刘洋', GRID)]);
    const act = await prepare(community, poster, giver);
    return { poster, memberId: (await community.me(poster)).memberId, act, input: act.input, operationId: newOperation(), isResent };
  };

  /** Some at a time, with an hour between, and with every photo checked: nothing of the preparing is left to happen. */
  const prepareVictims = async (count: number, isResent: (index: number) => boolean): Promise<readonly Victim[]> => {
    const victims: Victim[] = [];
    while (victims.length < count) {
      // Files of those killed before may wait for their own clock.
      const sinceMs = community.nowMs();
      const batch = Array.from({ length: Math.min(perHour, count - victims.length) }, (_unused, index) => prepareVictim(isResent(victims.length + index)));
      victims.push(...(await Promise.all(batch)));
      await community.filesChecked(sinceMs);
      await community.advance(61 * 60_000);
      await community.runJobs();
    }
    // One by one: what is armed for the one is not the next one's.
    const ready: Victim[] = [];
    for (const victim of victims) ready.push({ ...victim, input: (await victim.act.freshInput?.()) ?? victim.input });
    // What that brought about is told before somebody acts on it.
    await community.runJobs();
    await community.quiet();
    return ready;
  };

  const attempt = (victim: Victim): Promise<Answer<RouteName>> => community.send(victim.act.caller, route, victim.input as never, victim.operationId);

  const attemptAll = async (victims: readonly Victim[], atOnce: number): Promise<readonly Answer<RouteName>[]> => {
    const answers: Answer<RouteName>[] = [];
    for (let from = 0; from < victims.length; from += atOnce) answers.push(...(await Promise.all(victims.slice(from, from + atOnce).map(attempt))));
    return answers;
  };

  const wishIdOf = ({ act, memberId }: Victim): string | null | undefined => (act.wishId === null ? newestWishId(community, memberId) : act.wishId);
  const aboutOf = (victim: Victim): readonly string[] => [wishIdOf(victim) ?? 'none', ...(victim.act.subjectIds?.() ?? [])];

  /** The timer as it would run, for a quarter of an hour at most: what failed once is looked at again two minutes later, so two idle runs end it. */
  const settleAll = async (): Promise<void> => {
    for (let run = 0, idle = 0; run < 5 && idle < 2; run += 1) {
      await community.advance(3 * 60_000);
      idle = (await community.runJobs()).isIdle ? idle + 1 : 0;
      // An answer about a photo that comes now is not half noted when the documents are looked at.
      await community.quiet();
    }
    assertSound(community);
  };

  /**
   * One rule a place and one victim a rule: each rule kills whichever call comes first to its n-th wire call, so every
   * place kills exactly one. A call delivers for a bounded time only, so on a crowded machine one may end before its last
   * places; then these are met again, one call at a time.
   */
  const killAt = async (places: readonly Place[], turn: number): Promise<readonly Victim[]> => {
    const met: Victim[] = [];
    let left = places;
    for (const atOnce of [3, 1, 1, 1]) {
      if (left.length === 0) break;
      const victims = await prepareVictims(left.length, (index) => (index + turn) % 2 === 0);
      await community.arm(...left.map((place) => ({ route, kind: 'kill' as const, ...place, times: 1 })));
      const answers = await attemptAll(victims, atOnce);
      const unfired = community.unfiredPlaces();
      left = left.filter(({ nth }) => unfired.includes(nth));
      // Exactly those live that no rule met.
      expect({ alive: answers.filter((answer) => answer.ok === true).length }).toEqual({ alive: left.length });
      await community.arm();
      met.push(...victims);
    }
    // The undisturbed call may have delivered a step more than any later one does: what none reached is no place of theirs.
    const reached = wirePlaces(community, route);
    expect({ unfired: left.filter(({ nth }) => nth <= reached) }).toEqual({ unfired: [] });
    return met;
  };

  /** So many calls were killed; what was sent again, and what `jobs` found, is as if nothing had happened. */
  const expectAsUndisturbed = async (killed: readonly Victim[], undisturbed: ReturnType<typeof trace>): Promise<void> => {
    for (const victim of killed.filter(({ isResent }) => isResent)) expect(await attempt(victim)).toMatchObject({ ok: true });
    await settleAll();
    for (const victim of killed) {
      // A call that died before its own change and was never sent again has rightly done nothing.
      if (!victim.isResent && !victim.act.happened()) continue;
      expect({ isResent: victim.isResent, happened: victim.act.happened(), trace: trace(community, aboutOf(victim)) }).toEqual({ isResent: victim.isResent, happened: true, trace: undisturbed });
    }
  };

  test('sent again or left to jobs, it ends as if nothing had happened', async () => {
    const calm = (await prepareVictims(1, () => true))[0];
    if (calm === undefined) throw new Error('nobody to act');
    expect(await attempt(calm)).toMatchObject({ ok: true });
    const places = wirePlaces(community, route);
    expect(places).toBeGreaterThanOrEqual(4);
    await settleAll();
    const undisturbed = trace(community, aboutOf(calm));
    for (const [index, met] of passesOf(places, name ?? route).entries()) await expectAsUndisturbed(await killAt(met, index), undisturbed);
    // Long after: nothing waits, nothing was left behind.
    await community.advance(30 * DAY_MS);
    await settleAll();
  }, 600_000);
});

/** One cloud for all cases, empty and founded anew for each: its functions stay warm. */
export const describeKilled = (cases: readonly KilledCase[], options: KilledOptions = {}): void => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });
  for (const each of cases) describeCase(each, options, () => community);
};
