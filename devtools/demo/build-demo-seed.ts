import { ROLE_LABEL } from '@contract';
import type { CollectionName } from '../../cloudfunctions/database';
import type { Member } from '../../cloudfunctions/core/member/member';
import type { SeedData, SeedPerson } from '../local-cloud/seed';
import { buildAreas } from './community/build-areas';
import { buildBenefits } from './community/benefits';
import { buildGifts } from './community/gifts';
import { buildPeople } from './community/build-people';
import { CAST, NEWCOMER, type CastPerson } from './community/cast';
import { DEMO_NOW_ISO } from './community/moments';
import { createRandom } from './random';
import { CampaignBooks } from './story/campaign-books';
import { Pictures } from './story/pictures';
import type { Stage } from './story/stage';
import { billsOf, paymentsOf } from './story/tell-bills';
import { tellTown } from './story/tell-town';
import { Town } from './story/town';
import { DEMO_WISHES } from './wishes/demo-wishes';

const SEED = 20_261_120;

const roleText = (held: Member['roles'][number]): string => held.merchantName ?? ROLE_LABEL[held.role];

const personOf = (member: Member): SeedPerson => {
  const cast: CastPerson | undefined = CAST.find((person) => person.openid === member.openid);
  return {
    openid: member.openid,
    name: member.displayName,
    roles: member.roles.map(roleText),
    area: [member.communityName, member.gridName].filter((name) => name !== null).join(' · '),
    ...(cast && { note: cast.note }),
  };
};

/** Documents as plain records; the store takes nothing else. */
const records = (documents: Iterable<object>): Record<string, unknown>[] => [...documents].map((document) => ({ ...document }));

const consultingOf = ({ consulting }: Stage['town']): Partial<Record<CollectionName, Record<string, unknown>[]>> => ({
  consults: records(consulting.consults.documents.values()),
  consultVoices: records(consulting.voices.values()),
  consultWords: records(consulting.words.values()),
});

const givingOf = ({ supplies, shops }: Stage['town']): Partial<Record<CollectionName, Record<string, unknown>[]>> => ({
  supplies: records(supplies.shelf.documents.values()),
  shops: records(shops.shelf.documents.values()),
  shopLicences: records(shops.licences.values()),
});

const collectionsOf = ({ areas, town, benefits, people, books }: Stage): Partial<Record<CollectionName, Record<string, unknown>[]>> => ({
  areas: records(areas.values()),
  members: records(town.members.values()),
  wishes: records(town.wishes.values()),
  benefits: records(benefits),
  gifts: records(buildGifts(people.cast('heJing'), people.cast('wuShop'))),
  claims: records(town.claims.values()),
  tasks: records(town.tasks.values()),
  notices: records(town.notices.values()),
  callees: records(town.callees.values()),
  media: records(town.media.values()),
  thanks: records(town.thanks.documents.values()),
  safetyReports: records(town.safetyReports.documents.values()),
  giverNotes: records(town.giverNotes.documents.values()),
  needPlans: records(town.needPlans.documents.values()),
  needProjects: records(town.needProjects.documents.values()),
  ...consultingOf(town),
  matchRounds: records(town.matching.rounds.values()),
  matchPages: records(town.matching.pages.values()),
  matchProposals: records(town.matching.proposals.values()),
  pushWeeks: records(town.matching.pushWeeks.values()),
  ...givingOf(town),
  groups: records(town.grouped.groups.documents.values()),
  shareCodes: records(town.grouped.codes.values()),
  shareOpens: records(town.grouped.opens.values()),
  units: records(town.units.documents.values()),
  quotas: records(town.quotas.values()),
  persons: records(town.persons.documents.values()),
  helpBacks: records(town.helpBacks.values()),
  audit: records([...town.audit.values()].map(({ auditId, ...line }) => ({ _id: auditId, ...line }))),
  ratings: records(town.ratings.documents.values()),
  ratingSums: records(town.rated.sums.documents.values()),
  rectifications: records(town.rated.rectifications.documents.values()),
  ratingPrints: records([...town.prints].map(([_id, prints]) => ({ _id, revision: 1, prints }))),
  rounds: records(town.rounds.values()),
  teams: records(town.gathered.teams.documents.values()),
  funds: records(town.granted.funds.documents.values()),
  grants: records(town.granted.grants.documents.values()),
  spendings: records(town.granted.spendings.values()),
  useTables: records(town.granted.useTables.values()),
  activities: records(town.doings.activities.documents.values()),
  shifts: records(town.doings.shifts.documents.values()),
  signUps: records(town.doings.signUps.values()),
  serviceRecords: records(town.service.records.documents.values()),
  serviceDays: records(town.service.days.values()),
  certificates: records(town.certified.certificates.documents.values()),
  roundCodes: records(town.roundCodes.values()),
  transfers: records(town.book.transfers.values()),
  accounts: records(town.book.accounts.values()),
  pendingTransfers: records(town.book.pending.values()),
  postings: records(town.book.postings.values()),
  earningMonths: records(town.book.months.values()),
  favourReports: records(town.favourReports.values()),
  pointFreezes: records(town.freezes.documents.values()),
  pointHolds: records(town.book.holds.values()),
  thanksNames: records(town.thanksNames.values()),
  laneGrounds: records(town.lanes.documents.values()),
  linkedCampaigns: records(town.linked.documents.values()),
  publicities: records(town.publicities.documents.values()),
  difficultyCases: records(town.difficultyCases.documents.values()),
  campaigns: records(town.campaigning.campaigns.documents.values()),
  directedGifts: records(town.directed.documents.values()),
  contributions: records(town.campaigning.contributions.documents.values()),
  matchBudgets: records(town.campaigning.matchBudgets.documents.values()),
  campaignGivers: records(town.campaigning.givers.values()),
  sharedAccounts: records(books.sharedAccounts.values()),
  folds: records(books.folds.values()),
  publicDays: records(books.days.values()),
  settings: [],
});

const withBills = (stage: Stage): Partial<Record<CollectionName, Record<string, unknown>[]>> => {
  const { payAccounts, reconciliations } = billsOf(stage);
  return { ...collectionsOf(stage), payAccounts: records(payAccounts), reconciliations: records(reconciliations) };
};

/** Lives the half year before the demo's morning through, and writes down what stands then. */
export function buildDemoSeed(): SeedData {
  const random = createRandom(SEED);
  const areas = buildAreas();
  const people = buildPeople(random, areas);
  const stage: Stage = { town: new Town(people.members), people, pictures: new Pictures(), random, areas: new Map(areas.map((area) => [area._id, area])), benefits: buildBenefits(people.cast('zhouMin')), books: new CampaignBooks() };
  tellTown(stage, DEMO_WISHES);
  const members = people.members.map((member) => stage.town.member(member._id));
  return { nowIso: DEMO_NOW_ISO, collections: withBills(stage), payments: paymentsOf(stage), files: stage.pictures.render(), people: [...members.map(personOf), NEWCOMER] };
}
