import { aggregateRepository } from '../aggregate/aggregate.repository';
import { tellAggregate } from '../aggregate/tell.use-case';
import { loadOverrides } from '../calendar/calendar.repository';
import { decidePublicityEnd } from '../difficulty/decide-case';
import { DIFFICULTY_KIND } from '../difficulty/settle-case';
import type { EffectOf } from '../effect/effect';
import { tellCampaignPublicityEnd } from '../mutual/carry-campaign.use-case';
import { WISH_KIND } from '../wish/settle-wish';
import { decideWishPublicityEnd } from '../wish/publish-wish';
import { decideTakingDown } from './end-publicity';
import type { Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';
import { PUBLICITY_KIND } from './settle-publicity';
import { newPublicity } from './start-publicity';

/** Written once under its subject's id; what follows from its start is delivered by `jobs`. */
export const startPublicity = async (effect: EffectOf<'startPublicity'>): Promise<void> => {
  const publicity = newPublicity(effect, await loadOverrides(effect.atMs));
  await aggregateRepository<Publicity, PublicityEvent>(PUBLICITY_KIND.collection).insert(publicity);
};

export const takeDownPublicity = (effect: EffectOf<'takeDownPublicity'>): Promise<void> =>
  tellAggregate(PUBLICITY_KIND, effect.publicityId, (publicity) => decideTakingDown(publicity, effect.note, effect.atMs));

/** The publicity tells what it was about how it ended. */
export const tellPublicityEnd = async (effect: EffectOf<'publicityEnded'>): Promise<void> => {
  switch (effect.subjectKind) {
    case 'difficulty': {
      const overrides = await loadOverrides(effect.atMs);
      return tellAggregate(DIFFICULTY_KIND, effect.subjectId, (found) => decidePublicityEnd(found, effect, overrides));
    }
    case 'campaign':
    case 'leftover':
      return tellCampaignPublicityEnd(effect);
    case 'wishAboveCap':
      return tellAggregate(WISH_KIND, effect.subjectId, (wish) => decideWishPublicityEnd(wish, effect));
  }
};
