import { tellAggregate } from '../aggregate/tell.use-case';
import { COUNTED_STATES, OPEN_STATES, type Contribution } from '../contribution/contribution';
import { contributionRepository, hasOpenContributions } from '../contribution/contribution.repository';
import { targetKeyOf } from '../contribution/gift-target';
import type { EffectOf } from '../effect/effect';
import { directedEscrow } from '../ledger/account';
import { bookStanding } from '../ledger/book-standing.repository';
import { RULES } from '../rules';
import { isPaidUp, keptFenOf } from './directed-gift';
import { DIRECTED_KIND } from './directed-kind';
import { directedRepository } from './directed.repository';
import { decideCounted, decidePaymentNews } from './pay-gift';

/** A contribution says what became of it. */
export const tellPayment = ({ directedId, contributionId, amountFen, news, atMs }: Omit<EffectOf<'tellPayment'>, 'kind'>): Promise<void> =>
  tellAggregate(DIRECTED_KIND, directedId, (gift) => decidePaymentNews(gift, contributionId, amountFen, news, atMs));

const newsOf = (contribution: Contribution | null): 'came' | 'gone' | null => {
  if (contribution === null) return 'gone';
  const { state } = contribution;
  if (OPEN_STATES.some((open) => open === state)) return null;
  return COUNTED_STATES.some((counted) => counted === state) ? 'came' : 'gone';
};

/** What was kept long ago is looked for: its call may have been killed before it was written. One that is still open tells later. */
export const seekPayment = async ({ directedId, contributionId, atMs }: Omit<EffectOf<'seekPayment'>, 'kind'>): Promise<void> => {
  const contribution = await contributionRepository.find(contributionId);
  const news = newsOf(contribution);
  if (news !== null) await tellPayment({ directedId, contributionId, amountFen: contribution?.amountFen ?? 0, news, atMs });
};

/** Counts it, but only when no call that saw it open is at work any more and nothing of it is on its way; else its clock looks again. */
export const countDirected = async ({ directedId, atMs }: EffectOf<'countDirected'>): Promise<void> => {
  const gift = await directedRepository.find(directedId);
  if (gift === null || gift.state !== 'counting' || keptFenOf(gift) > 0) return;
  const isOver = gift.payByMs !== null && atMs > gift.payByMs + RULES.directed.afterCallsMs;
  if (!isPaidUp(gift) && !isOver) return;
  if (await hasOpenContributions(targetKeyOf({ lane: 'directed', directedId }))) return;
  const { settled, isQuiet } = await bookStanding(directedEscrow(directedId), atMs);
  if (isQuiet) await tellAggregate(DIRECTED_KIND, directedId, (standing) => decideCounted(standing, settled.posted, atMs));
};
