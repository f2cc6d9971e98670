import { tellAggregate } from '../aggregate/tell.use-case';
import { eraseCallee } from '../call-list/callee.repository';
import { eraseConsults } from '../consult/own-consults.use-case';
import { NO_NAME } from '../contribution/contribution';
import { command, store } from '../platform/store';
import { eraseLooks } from '../favour/own-looks.use-case';
import { eraseAnswers } from '../match-proposal/match-proposal.repository';
import { erasePushWeeks } from '../match/push-week.repository';
import { decideSenderGone } from '../rating/judge-media';
import { RATING_KIND } from '../rating/rating-kind';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import { erasePayee } from '../spending/erase-payee.use-case';
import { eraseFromService } from '../service/erase-service.use-case';
import { decideLeadGone } from '../shift/change-shift';
import { SHIFT_KIND } from '../shift/shift-kind';
import { decidePartyGone } from '../thanks/end-thanks';
import { eraseOpens } from '../share/share.repository';
import { THANKS_KIND } from '../thanks/thanks-kind';

/** The most one query returns; nobody does so much of one thing in a life here. */
const THANKS_MAX = 1_000;
const RATINGS_MAX = 1_000;
const SHIFTS_MAX = 1_000;

/** What was said by them or to them; also where they spoke for somebody on paper whose account they had taken over. */
const thanksOf = async (memberId: string): Promise<readonly string[]> => {
  const wanted = { limit: THANKS_MAX, fields: ['saidById'] } as const;
  const [asParty, spoken] = await Promise.all([
    store.query<{ readonly _id: string }>('thanks', { ...wanted, where: { partyIds: memberId } }),
    store.query<{ readonly _id: string }>('thanks', { ...wanted, where: { saidById: memberId } }),
  ]);
  return [...new Set([...asParty, ...spoken].map(({ _id }) => _id))];
};

const takeThanksDown = async (memberId: string, nowMs: number): Promise<void> => {
  for (const thanksId of await thanksOf(memberId)) await tellAggregate(THANKS_KIND, thanksId, (thanks) => decidePartyGone(thanks, memberId, nowMs));
};

/** What they said and photographed in ratings, also for somebody on paper. */
const takeRatingMediaDown = async (memberId: string, nowMs: number): Promise<void> => {
  const sent = await store.query<{ readonly _id: string }>('ratings', { where: { recordedBy: memberId }, limit: RATINGS_MAX, fields: ['_id'] });
  for (const { _id } of sent) await tellAggregate(RATING_KIND, _id, (rating) => decideSenderGone(rating, memberId, nowMs));
};

/** Shifts they lead are led by nobody, which staff hear of; on rosters of what was, their place stays without a name. */
const takeOutOfShifts = async (memberId: string, nowMs: number): Promise<void> => {
  const led = await store.query<{ readonly _id: string }>('shifts', { where: { leadId: memberId, state: command.in(['planned', 'open', 'over', 'confirmed', 'cancelled']) }, limit: SHIFTS_MAX, fields: ['_id'] });
  for (const { _id } of led) await tellAggregate(SHIFT_KIND, _id, (shift) => decideLeadGone(shift, memberId, nowMs));
  const own = await store.query<{ readonly shiftId: string; readonly signUpId: string }>('signUps', { where: { memberId, endsAtMs: command.gt(0) }, limit: SHIFTS_MAX, fields: ['shiftId', 'signUpId'] });
  for (const { shiftId, signUpId } of own) await store.update('shifts', { _id: shiftId, [`signUps.${signUpId}.atMs`]: command.exists(true) }, { [`signUps.${signUpId}.name`]: GONE_TEXT, [`signUps.${signUpId}.with`]: command.remove(), revision: command.inc(1) });
  await store.update('signUps', { memberId, endsAtMs: command.gt(0) }, { companions: command.set([]), answers: command.set([]), sealedPhone: null, words: '' });
};

/**
 * Takes a person's name out of what stays, after `eraseWords` took out what they wrote and whom they helped. The inbox
 * goes altogether, no word of thanks from or to them stays on the wall, and their voice is erased, of ratings their
 * photo too, and no monthly page names them; the ledger and the ratings themselves only ever knew the id. Repeating it changes nothing.
 */
export const eraseTraces = async (memberId: string, nowMs: number): Promise<void> => {
  await store.update('wishes', { recipientIds: memberId, posterId: memberId }, { posterName: GONE_TEXT, revision: command.inc(1) });
  await store.update('ratingSums', { partyId: memberId }, { partyText: GONE_TEXT, reply: null, revision: command.inc(1) });
  await store.update('rectifications', { partyId: memberId }, { partyText: GONE_TEXT });
  await store.update('campaigns', { 'answerable.memberId': memberId }, { 'answerable.name': GONE_TEXT, 'answerable.sinceText': '', revision: command.inc(1) });
  // A unit's name is not theirs; their own and that of their shop go.
  await store.update('directedGifts', { 'giver.partyId': memberId }, { 'giver.name': NO_NAME, revision: command.inc(1) });
  await store.update('directedGifts', { 'answerable.memberId': memberId }, { 'answerable.name': GONE_TEXT, revision: command.inc(1) });
  await store.update('needProjects', { ownerId: memberId }, { ownerName: GONE_TEXT, revision: command.inc(1) });
  await store.update('pledges', { giverId: memberId }, { giverName: GONE_TEXT, note: '', revision: command.inc(1) });
  // A certificate somebody holds in hand can still be checked; its name is theirs to take along.
  await store.update('certificates', { memberId }, { holderName: GONE_TEXT, isNameShown: false, revision: command.inc(1) });
  // Books are kept (Accounting Law Art. 23); the name on them is not needed for that.
  await store.update('contributions', { giverId: memberId }, { giverName: NO_NAME, isAnonymous: true, revision: command.inc(1) });
  await erasePushWeeks(memberId);
  await eraseAnswers(memberId);
  await eraseOpens(memberId);
  await eraseConsults(memberId, nowMs);
  await store.update('matchRounds', { startedById: memberId }, { startedByName: GONE_TEXT });
  await eraseLooks(memberId);
  await eraseFromService(memberId);
  await erasePayee(memberId);
  await takeThanksDown(memberId, nowMs);
  await takeRatingMediaDown(memberId, nowMs);
  await takeOutOfShifts(memberId, nowMs);
  await store.remove('thanksNames', { _id: memberId });
  // Guarded, or an empty appeal would come to be where they made none.
  await store.update('pointFreezes', { memberIds: memberId, [`appeals.${memberId}.atMs`]: command.exists(true) }, { [`appeals.${memberId}.words`]: '', revision: command.inc(1) });
  await store.remove('notices', { memberId });
  await eraseCallee(memberId);
};
