import type { CollectionName } from '../../database';
import { systemClock } from '../kernel/clock';
import type { Scrub } from '../kernel/scrub';
import { command, store } from '../platform/store';
import { eraseMentions, type Subject } from './mentions.use-case';
import { knows, withoutPerson } from './without-person';

/**
 * Whether people stand by name in documents of a collection beside their id. Not: what holds ids and figures only, and what is
 * found by whom or what it is about (inboxes, messages, sign-ups, a member's own). A new collection says it here, or
 * it does not compile.
 */
const IS_SWEPT: Readonly<Record<CollectionName, boolean>> = {
  wishes: true, claims: true, claimBatches: true, units: true, groups: true, shops: true, rounds: true, teams: true, activities: true, shifts: true, serviceRecords: true, certificates: true,
  tasks: true, benefits: true, reviewReasons: true, ratings: true, ratingSums: true, rectifications: true, safetyReports: true, giverNotes: true, thanks: true, gifts: true, redemptions: true,
  favourReports: true, pointFreezes: true, ruleVersions: true, persons: true, publicities: true, difficultyCases: true, needPlans: true, needProjects: true, consults: true, consultWords: true, supplies: true,
  matchRounds: true, matchProposals: true, laneGrounds: true, linkedCampaigns: true, pledges: true, matchBudgets: true, contributions: true, reconciliations: true, campaigns: true, directedGifts: true,
  publicDays: true, funds: true, grants: true, spendings: true, useTables: true, calendarDays: true, audit: true,
  areas: false, members: false, signUps: false, serviceDays: false, roundCodes: false, notices: false, callees: false, messages: false, media: false, mediaResults: false, quotas: false, ratingPrints: false, thanksNames: false,
  transfers: false, accounts: false, earningMonths: false, needHours: false, payAccounts: false, postings: false, sharedAccounts: false, folds: false, proofs: false, pendingTransfers: false, favourNights: false,
  pointHolds: false, helpBacks: false, leases: false, settings: false, shareCodes: false, sharePictures: false, shareOpens: false, shopLicences: false, consultVoices: false, matchPages: false,
  pushWeeks: false, campaignGivers: false,
};
const SWEPT = (Object.keys(IS_SWEPT) as readonly CollectionName[]).filter((name) => IS_SWEPT[name]);
/** Sentences that staff of a community share; who saved one is not kept, so they are gone through for everybody. */
const UNSIGNED: ReadonlySet<CollectionName> = new Set(['reviewReasons']);

const PAGE = 100;
/** So long one look goes on; the next one takes it up where this one stopped. */
const LOOK_MS = 5_000;

/** Up to where a sweep has come: everything before it is done. */
export interface SweepPlace {
  readonly collection: CollectionName;
  readonly afterId: string;
}

type Document = Readonly<Record<string, unknown>> & { readonly _id: string };

const subjectOf = (collection: CollectionName, { _id }: Document): Subject => (collection === 'wishes' ? { wishId: _id } : { subjectId: _id });

/** On the version it was read at: a list may have become another since. */
const takeOut = async (collection: CollectionName, document: Document, memberId: string, names: readonly Scrub[]): Promise<void> => {
  const change = withoutPerson(document, memberId, names);
  if (Object.keys(change).length === 0) return;
  const isVersioned = typeof document.revision === 'number';
  const changed = await store.update(collection, { _id: document._id, ...(isVersioned && { revision: document.revision }) }, { ...change, ...(isVersioned && { revision: command.inc(1) }) });
  if (changed === 0) throw new Error(`${collection}/${document._id} changed while a name was taken out`);
};

const sweepPage = async ({ collection, afterId }: SweepPlace, memberId: string, names: readonly Scrub[]): Promise<SweepPlace | null> => {
  const page = await store.query<Document>(collection, { where: { _id: command.gt(afterId) }, order: [['_id', 'asc']], limit: PAGE });
  for (const document of page) {
    const isKnown = knows(document, memberId);
    if (isKnown || UNSIGNED.has(collection)) await takeOut(collection, document, memberId, names);
    // What staff wrote in office stays where others read it, without the name.
    if (isKnown) await eraseMentions(subjectOf(collection, document), { names, titles: [], quoted: 'nowhere' });
  }
  const last = page.at(-1);
  if (last !== undefined && page.length === PAGE) return { collection, afterId: last._id };
  const next = SWEPT[SWEPT.indexOf(collection) + 1];
  return next === undefined ? null : { collection: next, afterId: '' };
};

/**
 * Goes through what is kept, page by page, and takes somebody's name out wherever their id stands beside it, and out of what
 * others were told of that: reviews, notes, decisions, answers, lists of who did what. Figures and decisions stay.
 * @returns where to go on another time; null when it has been through everything. Repeating a page changes nothing.
 */
export const sweepNames = async (from: SweepPlace | null, memberId: string, names: readonly Scrub[]): Promise<SweepPlace | null> => {
  const untilMs = systemClock.nowMs() + LOOK_MS;
  const [first] = SWEPT;
  let place: SweepPlace | null = from ?? (first === undefined ? null : { collection: first, afterId: '' });
  while (place !== null && systemClock.nowMs() < untilMs) place = await sweepPage(place, memberId, names);
  return place;
};
