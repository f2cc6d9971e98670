import type { AggregateKind } from '../aggregate/aggregate-kind';
import { NEVER_MS } from '../aggregate/aggregate';
import type { Contribution } from './contribution';
import { contributionEffects } from './contribution-effects';
import type { ContributionEvent } from './contribution-event';
import { lookedInVain } from './see-order';

/** Its one clock says when WeChat is to be asked; the due handler asks before this clock strikes, which then only sets it on. */
export const CONTRIBUTION_KIND: AggregateKind<Contribution, ContributionEvent> = {
  collection: 'contributions',
  effectsOf: contributionEffects,
  clocksOf: (contribution, nowMs) => (contribution.nextLookAtMs >= NEVER_MS ? [] : [{ atMs: contribution.nextLookAtMs, change: lookedInVain(contribution, nowMs) }]),
};
