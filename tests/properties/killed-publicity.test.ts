import type { RouteName } from '@contract';
import { isCaseCoherent, type DifficultyCase } from '../../cloudfunctions/core/difficulty/difficulty-case';
import { isPublicityCoherent, type Publicity } from '../../cloudfunctions/core/publicity/publicity';
import { Community, HOUR_MS, newOperation, STAFF, type Answer } from '../flows/support/community';
import { checkedCase, checkOf, joinWorker, passedCase, publicisedCase } from '../flows/support/publicity-steps';

/**
 * Objecting, checking and deciding, killed before and after each database call, then sent again or left to `jobs`: it
 * must end as if nothing had happened. The loop of wishes has the same in killed-anywhere.
 */
interface Act {
  readonly caller: string;
  readonly input: unknown;
  readonly subjectIds: readonly string[];
  readonly happened: () => boolean;
}

interface Case {
  readonly route: RouteName;
  readonly prepare: (community: Community, person: string) => Promise<Act>;
}

const publicityOf = (community: Community, id: string): Publicity | null => community.document<Publicity>('publicities', id);
const caseOf = (community: Community, id: string): DifficultyCase | null => community.document<DifficultyCase>('difficultyCases', id);

const cases: readonly Case[] = [
  {
    route: 'publicity.object',
    prepare: async (community, person) => {
      const { caseId, publicityId } = await publicisedCase(community);
      return { caller: person, input: { publicityId, text: '想问问情况。', isAnonymousToPublic: true }, subjectIds: [caseId, publicityId], happened: () => publicityOf(community, publicityId)?.openObjections === 1 };
    },
  },
  {
    route: 'difficulty.check',
    prepare: async (community) => {
      const caseId = await checkedCase(community, 3);
      return { caller: STAFF, input: checkOf(caseId, 'discuss'), subjectIds: [caseId], happened: () => caseOf(community, caseId)?.state === 'checked' };
    },
  },
  {
    route: 'difficulty.decide',
    prepare: async (community) => {
      const { caseId, publicityId } = await passedCase(community);
      return { caller: STAFF, input: { caseId, decision: { kind: 'approve' } }, subjectIds: [caseId, publicityId], happened: () => caseOf(community, caseId)?.state === 'inLedger' };
    },
  },
];

/** Everything that happens once because of it, counted. */
const trace = (community: Community, subjectIds: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  const count = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const notice of community.documents<{ title: string; target: { subjectId?: string | null } }>('notices')) if (subjectIds.includes(notice.target.subjectId ?? '')) count(`notice:${notice.title}`);
  for (const task of community.documents<{ subjectId: string | null; kind: string; actionText: string; state: string }>('tasks')) if (subjectIds.includes(task.subjectId ?? '')) count(`task:${task.kind}:${task.actionText}:${task.state}`);
  return counts;
};

/** What no moment may break, once `jobs` had its turn: coherent, nothing waiting, a clock that lies ahead. */
const assertSound = (community: Community): void => {
  const lateMs = community.nowMs() - HOUR_MS;
  const publicities = community.documents<Publicity>('publicities').filter((found) => !isPublicityCoherent(found) || found.pendingEvents > 0 || found.wakeAtMs < lateMs);
  const late = community.documents<DifficultyCase>('difficultyCases').filter((found) => !isCaseCoherent(found) || found.pendingEvents > 0 || found.wakeAtMs < lateMs);
  expect([publicities.map(({ _id }) => _id), late.map(({ _id }) => _id)]).toEqual([[], []]);
};

/** Enough for every wire call of the longest command with its delivery. */
const PLACES_MAX = 30;
const IS_LONG = process.env.LINYUAN_LONG === '1';
/** Fewer than the hour's content checks of the social worker. */
const BATCH = 8;

describe.each(cases)('$route, killed at any database call', ({ route, prepare }) => {
  let community: Community;
  let people = 0;
  beforeAll(async () => {
    community = await Community.found();
    await joinWorker(community);
  });
  afterAll(() => community.close());

  interface Victim {
    readonly act: Act;
    readonly operationId: string;
  }

  const prepareVictims = async (count: number): Promise<readonly Victim[]> => {
    const victims: Victim[] = [];
    for (let index = 0; index < count; index += 1) {
      const person = `oTestObjector${(people += 1)}x`;
      await community.join(person, '邻居', 'd01-s01-c01');
      victims.push({ act: await prepare(community, person), operationId: newOperation() });
      if (index % BATCH === BATCH - 1) await community.advance(61 * 60_000);
    }
    await community.runJobs();
    return victims;
  };
  const attempt = ({ act, operationId }: Victim): Promise<Answer<RouteName>> => community.send(act.caller, route, act.input as never, operationId);
  const settleAll = async (): Promise<void> => {
    for (let run = 0; run < 5; run += 1) {
      await community.advance(3 * 60_000);
      await community.runJobs();
    }
    assertSound(community);
  };

  test('sent again or left to jobs, it ends as if nothing had happened', async () => {
    const [calm] = await prepareVictims(1);
    if (calm === undefined) throw new Error('nobody to act');
    expect(await attempt(calm)).toMatchObject({ ok: true });
    const record = [...community.meters(20)].reverse().find((entry) => entry.route === route);
    const places = Math.min(record?.calls.length ?? 0, PLACES_MAX);
    expect(places).toBeGreaterThanOrEqual(4);
    await settleAll();
    const undisturbed = trace(community, calm.act.subjectIds);
    for (const when of ['before', 'after'] as const) {
      // Every place, before its call or after it in turn; the long lane meets every place both ways.
      const met = Array.from({ length: places }, (_unused, index) => index + 1).filter((nth) => IS_LONG || nth % 2 === (when === 'before' ? 1 : 0));
      const victims = await prepareVictims(met.length);
      // One rule a place: each kills whichever call comes first to its n-th wire call, so every place kills exactly one.
      await community.arm(...met.map((nth) => ({ route, kind: 'kill' as const, nth, when, times: 1 })));
      for (const victim of victims) expect((await attempt(victim)).ok).not.toBe(true);
      expect(community.unfiredPlaces()).toEqual([]);
      await community.arm();
      const resent = victims.filter((_victim, index) => (index + (when === 'before' ? 0 : 1)) % 2 === 0);
      for (const victim of resent) expect(await attempt(victim)).toMatchObject({ ok: true });
      await settleAll();
      for (const victim of victims) {
        // A call that died before its own change and was never sent again has rightly done nothing.
        if (!resent.includes(victim) && !victim.act.happened()) continue;
        expect({ when, happened: victim.act.happened(), trace: trace(community, victim.act.subjectIds) }).toEqual({ when, happened: true, trace: undisturbed });
      }
    }
  }, 600_000);
});
