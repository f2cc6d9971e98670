import type { ApiContract, RoundView } from '@contract';
import type { Round } from '../../../cloudfunctions/core/round/round';
import { isRoundCoherent } from '../../../cloudfunctions/core/round/round';
import { COMMUNITY, DAY_MS, HOUR_MS, STAFF, type Community } from './community';

type CreateInput = ApiContract['round.create']['input'];

export const roundInput = (community: Community, changes: Partial<CreateInput> = {}): CreateInput => ({
  kind: 'round', areaId: COMMUNITY, title: '温暖过冬', theme: '天冷了，一件件办好', startsAtMs: community.nowMs() + HOUR_MS, endsAtMs: community.nowMs() + 6 * DAY_MS, ...changes,
});

/** A round in preparation with these wishes in it. */
export const draftRound = async (community: Community, wishIds: readonly string[] = [], changes: Partial<CreateInput> = {}): Promise<RoundView> => {
  const round = await community.must(STAFF, 'round.create', roundInput(community, changes));
  return wishIds.length === 0 ? round : community.must(STAFF, 'round.addWishes', { roundId: round.roundId, wishIds: [...wishIds] });
};

/** An event that runs now. */
export const openOnSite = async (community: Community, wishIds: readonly string[]): Promise<RoundView> => {
  const { roundId } = await draftRound(community, wishIds, { kind: 'onSite', title: '爱心认领会', endsAtMs: community.nowMs() + 8 * HOUR_MS });
  return community.must(STAFF, 'round.open', { roundId });
};

/** The round as it stands, which is coherent at every moment. */
export const roundOf = (community: Community, roundId: string): Round => {
  const round = community.document<Round>('rounds', roundId);
  if (round === null) throw new Error(`no round ${roundId}`);
  expect(isRoundCoherent(round)).toBe(true);
  return round;
};
