import type { RouteName } from '@contract';
import type { CallFault } from '../../../devtools/local-cloud';
import { newOperation, type Community } from '../../flows/support/community';
import { IS_LONG, trace, wirePlaces } from './killed-command';

/** One of those who stand side by side, each with a document of its own. */
export interface RowVictim {
  readonly caller: string;
  readonly input: unknown;
  /** What the command is about. */
  readonly subjectId: string;
  /** How it stands, when the command's own change has happened; null before. */
  readonly outcome: () => unknown;
}

/** How many stand side by side; the first is left alone, to be compared with. */
export const ROW = IS_LONG ? 25 : 7;

/** The timer as it would run: what failed once is looked at again two minutes later. */
export const settle = async (community: Community): Promise<void> => {
  for (let run = 0; run < 3; run += 1) {
    await community.advance(3 * 60_000);
    await community.runJobs();
    await community.quiet();
  }
};

/**
 * For commands whose preparing is long: many documents that stood alike are led together through one command after
 * another, and at each one all but the first die at a place of their own, before or after its call in turn. Every other
 * one is sent again, the rest is left to `jobs`; who has rightly done nothing then does it. All end like the first.
 * @param besides what else is out of order meanwhile, for the first too.
 */
export const killRow = async (community: Community, route: RouteName, [calm, ...victims]: readonly RowVictim[], besides: readonly CallFault[] = []): Promise<void> => {
  if (calm === undefined) throw new Error('nobody to act');
  const send = ({ caller, input }: RowVictim, operationId = newOperation()) => community.send(caller, route, input as never, operationId);
  await community.arm(...besides);
  expect({ route, answer: await send(calm) }).toMatchObject({ route, answer: { ok: true } });
  const places = wirePlaces(community, route);
  const nths = [...new Set(victims.map((_unused, index) => 1 + Math.floor((index * places) / victims.length)))];
  await community.arm(...besides, ...nths.map((nth) => ({ route, kind: 'kill' as const, nth, when: nth % 2 === 0 ? ('before' as const) : ('after' as const), times: 1 })));
  const sent = victims.map((victim) => ({ victim, operationId: newOperation() }));
  for (let from = 0; from < sent.length; from += 3) await Promise.all(sent.slice(from, from + 3).map(({ victim, operationId }) => send(victim, operationId)));
  const unmet = community.unfiredPlaces();
  await community.arm(...besides);
  // A call delivers for a bounded time only, so on a crowded machine one may end before its last place.
  expect({ route, places, unmet, isMet: unmet.length <= 1 }).toEqual({ route, places, unmet, isMet: true });
  await settle(community);
  for (const [index, { victim, operationId }] of sent.entries()) {
    if (index % 2 === 0) expect(await send(victim, operationId)).toMatchObject({ ok: true });
    else if (victim.outcome() === null) expect(await send(victim)).toMatchObject({ ok: true });
  }
  await community.arm();
  await settle(community);
  const endOf = (victim: RowVictim): unknown => ({ route, outcome: victim.outcome(), trace: trace(community, [victim.subjectId]) });
  expect(calm.outcome()).not.toBeNull();
  for (const victim of victims) expect(endOf(victim)).toEqual(endOf(calm));
};
