import type { PhotoLooked } from '../media/judge-photo';
import type { NeedChanged } from '../pledge/need-effects';
import type { SpendingEvent } from '../spending/spending-event';

/** What happened to a campaign; waits in its outbox until delivered. */

export type CampaignEvent =
  | SpendingEvent
  | ({
      readonly eventId: string;
      readonly atMs: number;
      /** Member who acted, or 'clock'. */
      readonly byId: string;
    } & (
      | { readonly kind: 'created' | 'updated' }
      | { readonly kind: 'submitted' }
      | { readonly kind: 'withdrawn'; readonly was: string; readonly publicityId: string | null }
      | { readonly kind: 'askedBack' | 'refused' }
      /** Passed by staff; the neighbourhood is shown it before it opens. */
      | { readonly kind: 'announced' }
      | { readonly kind: 'overturned' }
      /** The days are over, but the lane is shut: staff look again. */
      | { readonly kind: 'laneShut' }
      | { readonly kind: 'opened'; readonly wasSubmitted: boolean; readonly stage: number }
      | { readonly kind: 'figuresNoted' }
      | { readonly kind: 'stageEnded' | 'lookedAgain'; readonly stage: number }
      | { readonly kind: 'succeeded'; readonly stage: number; readonly settledFen: number }
      /** `isOver`: it was the first stage, so that nothing stands. */
      | { readonly kind: 'failed'; readonly stage: number; readonly settledFen: number; readonly isOver: boolean }
      | { readonly kind: 'cancelled'; readonly stage: number; readonly wasSubmitted: boolean; readonly isOver: boolean; readonly hadMoney: boolean; readonly publicityId: string | null }
      /** Whatever came in while it was called off goes back as well. */
      | { readonly kind: 'swept'; readonly stage: number }
      | { readonly kind: 'milestoneMarked'; readonly milestoneId: string; readonly photos: readonly string[] }
      | ({ readonly kind: 'photoChecked' } & PhotoLooked)
      | { readonly kind: 'reported'; readonly disclosureIds: readonly string[]; readonly photos: readonly string[] }
      | { readonly kind: 'disclosureWarned'; readonly disclosureId: string }
      | { readonly kind: 'disclosureOverdue'; readonly disclosureId: string }
      | { readonly kind: 'leftoverSaid' | 'leftoverOverturned' }
      | { readonly kind: 'leftoverTaken'; readonly amountFen: number; readonly fromTitle: string }
      | { readonly kind: 'closed' }
      /** A neighbour's pledge of goods, places or hours was kept, came, or is free again. */
      | NeedChanged
      /** A shop matches its gifts from now on, or no longer. */
      | { readonly kind: 'matchChanged' }
    ));

export type CampaignEventOf<K extends CampaignEvent['kind']> = Extract<CampaignEvent, { readonly kind: K }>;
