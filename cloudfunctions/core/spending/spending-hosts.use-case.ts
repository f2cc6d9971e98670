import type { SpendingHostKind } from '@contract';
import { isOfGiver } from '../directed/directed-access';
import { DIRECTED_KIND } from '../directed/directed-kind';
import { directedAskRefusal, directedFacts } from '../directed/directed-spending';
import { grantAskRefusal, grantFacts } from '../fund/grant';
import { GRANT_KIND } from '../fund/grant-kind';
import { campaignAskRefusal, campaignFacts } from '../mutual/campaign-spending';
import { CAMPAIGN_KIND } from '../mutual/campaign-kind';
import { hostEntry, type HostEntry } from './spending-host.use-case';

/** Every kind of host there is: its aggregate, its facts, who may ask, who reads. */
const HOSTS: Readonly<Record<SpendingHostKind, HostEntry>> = {
  mutual: hostEntry({ kind: CAMPAIGN_KIND, factsOf: campaignFacts, askRefusalOf: campaignAskRefusal, asOwn: (outcome) => outcome }),
  directed: hostEntry({ kind: DIRECTED_KIND, factsOf: directedFacts, askRefusalOf: directedAskRefusal, isReadWholeBy: isOfGiver, asOwn: (outcome) => outcome }),
  grant: hostEntry({ kind: GRANT_KIND, factsOf: grantFacts, askRefusalOf: grantAskRefusal, asOwn: (outcome) => outcome }),
};

export const hostOf = (hostKind: SpendingHostKind): HostEntry => HOSTS[hostKind];
