import { tellAggregate } from '../aggregate/tell.use-case';
import { decideRated } from '../claim/record-rating';
import type { EffectOf } from '../effect/effect';
import { store, command } from '../platform/store';
import { RULES } from '../rules';
import { WISH_KIND } from '../wish/settle-wish';
import { withPrint, type EarlierPrints, type RatingPrints, type SentencePrint } from './sentence-print';

/** Notes on the wish that its claim was rated. */
export const tellClaimRated = ({ wishId, claimId, satisfaction, byId, atMs }: EffectOf<'claimRated'>): Promise<void> =>
  tellAggregate(WISH_KIND, wishId, (wish) => decideRated(wish, claimId, satisfaction, byId, atMs));

/** What a new rating is compared with; one request. */
export const findPrints = async (communityId: string, raterId: string): Promise<EarlierPrints> => {
  const found = await store.query<RatingPrints>('ratingPrints', { where: { _id: command.in([communityId, raterId]) }, limit: 2 });
  const printsOf = (id: string): EarlierPrints['own'] => found.find(({ _id }) => _id === id)?.prints ?? [];
  return { own: printsOf(raterId), community: printsOf(communityId) };
};

const TRIES = 3;

const addPrint = async (id: string, print: SentencePrint, kept: number, withinMs: number): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const standing = await store.find<RatingPrints>('ratingPrints', id);
    const prints = withPrint(standing?.prints ?? [], print, kept, withinMs);
    if (prints === null) return;
    const fresh: RatingPrints = { _id: id, revision: 1, prints };
    if (standing === null) {
      if ((await store.insertOnce('ratingPrints', fresh)) === 'inserted') return;
    } else if ((await store.update('ratingPrints', { _id: id, revision: standing.revision }, { prints: command.set(prints), revision: command.inc(1) })) === 1) return;
  }
  throw new Error(`the prints of ${id} changed under every try`);
};

/** Adds a fingerprint to the rater's own and to the community's, once each. @throws when others added theirs under every try: it is delivered later. */
export const notePrint = async ({ communityId, print }: EffectOf<'notePrint'>): Promise<void> => {
  await addPrint(print.raterId, print, RULES.rating.ownPrintsKept, RULES.rating.ownPrintsMs);
  await addPrint(communityId, print, RULES.rating.printsKept, RULES.rating.printsMs);
};
