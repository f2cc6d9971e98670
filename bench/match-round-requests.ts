import type { RouteName } from '@contract';
import type { MatchProposal } from '../cloudfunctions/core/match-proposal/match-proposal';
import type { MatchRound } from '../cloudfunctions/core/match-round/match-round';
import { COMMUNITY, MERCHANT, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { supplyWords } from '../tests/flows/support/supply-steps';
import { openWish } from '../tests/flows/support/wish-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const RUNS_MAX = 10;

const workUntil = async (community: Community, roundId: string, state: MatchRound['state']): Promise<void> => {
  for (let runs = 0; runs < RUNS_MAX && community.document<MatchRound>('matchRounds', roundId)?.state !== state; runs += 1) await community.runJobs();
};

/** A round from its start to the answers; what is offered is a unit's, since that is asked for most. */
export const matchRoundRoutes = async (community: Community, call: Call): Promise<void> => {
  const { unitId } = await community.must(MERCHANT, 'unit.create', { kind: 'company', name: '便民书屋' });
  await community.must(MERCHANT, 'supply.save', { as: { kind: 'unit', unitId }, ...supplyWords({ category: 'study', title: '旧课本', areaId: COMMUNITY, capacityPerWeek: 9 }) });
  for (const title of ['想要一本字典', '想要一套课本', '想要一盏台灯']) await openWish(community, { category: 'study', title, urgency: 'urgent', handover: 'station' }, POSTER);
  await call(STAFF, 'matchRound.start', { categories: ['study'] });
  await call(STAFF, 'matchRound.list', {});
  const roundId = (await community.must(STAFF, 'matchRound.list', {}))[0]?.roundId ?? '';
  await workUntil(community, roundId, 'preview');
  await call(STAFF, 'matchRound.get', { roundId });
  await call(STAFF, 'matchRound.rows', { roundId, page: 0 });
  const row = (await community.must(STAFF, 'matchRound.rows', { roundId, page: 0 })).rows.find(({ given }) => given.length > 0);
  const place = { roundId, page: row?.page ?? 0, wishId: row?.wishId ?? '' };
  await call(STAFF, 'matchRound.candidates', place);
  await call(STAFF, 'matchRound.override', { ...place, supplyId: row?.given[0]?.supplyId ?? '', kind: 'swap', reason: '就是这家' });
  await call(STAFF, 'matchRound.solveAgain', { roundId });
  await workUntil(community, roundId, 'preview');
  await call(STAFF, 'matchRound.send', { roundId });
  await workUntil(community, roundId, 'open');
  await call(MERCHANT, 'matchProposal.mine', {});
  const [first, second, third] = community.documents<MatchProposal>('matchProposals');
  const proposalId = first?._id ?? '';
  await call(MERCHANT, 'matchProposal.get', { proposalId });
  await call(POSTER, 'matchProposal.forWish', { wishId: first?.wishId ?? '' });
  await call(MERCHANT, 'matchProposal.accept', { proposalId });
  await call(MERCHANT, 'matchProposal.decline', { proposalId: second?._id ?? '', reason: '这周没有了' });
  await call(POSTER, 'matchProposal.unsuited', { proposalId: third?._id ?? '', reason: '已经买到了' });
};

/** In the other community, where nothing is under way. */
export const matchCancelRoute = async (community: Community, call: Call, openid: string): Promise<void> => {
  const { roundId } = await community.must(openid, 'matchRound.start', {});
  await call(openid, 'matchRound.cancel', { roundId });
};
