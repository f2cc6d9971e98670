import { partiesOf, worksAt, type Member } from '../member/member';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { Claim, Wish } from './wish';

type Recipients = Pick<Wish, 'recipientIds'>;

/** Whether somebody is the recipient's side: posted it, or answers for whom it was posted. */
export const isRecipient = (wish: Recipients, reader: Pick<Member, '_id' | 'partyIds'>): boolean => partiesOf(reader).some((partyId) => wish.recipientIds.includes(partyId));

/** The recipient's side, or staff of the area on their behalf. */
export const isRecipientSide = (wish: Recipients & Pick<Wish, 'areaId'>, actor: Member): boolean => isRecipient(wish, actor) || worksAt(actor, wish.areaId);

/** Somebody on paper for whom it was posted; null when the poster is the recipient, or named them only to the reviewer. */
export const personIdOfWish = (wish: Recipients): string | null => wish.recipientIds[1] ?? null;

/** The one served, who is asked how it was: the person on paper where there is one. */
export const servedIdOf = (wish: Recipients & Pick<Wish, 'posterId'>): string => personIdOfWish(wish) ?? wish.posterId;

/** The recipient's side without staff who only posted for it: they still work here. */
export const servedIdsOf = (wish: Recipients & Pick<Wish, 'posterId' | 'postedByStaff'>): readonly string[] => (wish.postedByStaff ? wish.recipientIds.filter((id) => id !== wish.posterId) : wish.recipientIds);

/** Who was helped themselves, and may be asked to help: not who posted for another, unless the other has a paper of their own. */
export const helpedIdOf = (wish: Recipients & Pick<Wish, 'posterId' | 'postedByStaff' | 'onBehalf'>): string | null =>
  personIdOfWish(wish) ?? (wish.postedByStaff || wish.onBehalf !== null ? null : wish.posterId);

/** A line of one's own beside that of somebody else. */
const alsoFor = (memberId: string, effect: Effect): readonly Effect[] =>
  effect.kind === 'notice' || effect.kind === 'finishNotice' || effect.kind === 'postponeNotice' ? [effect, { ...effect, memberId, noticeId: deriveId('n', effect.noticeId, memberId) }] : [effect];

/**
 * Who gave by phone has nobody to read their notices, so whoever wrote it down is reminded to plan, deliver and give back
 * for them; what was written for the paper stays there for later.
 */
export const toldToHelper = (claim: Pick<Claim, 'giverKind' | 'claimerId' | 'contactId'> | undefined, effects: readonly Effect[]): readonly Effect[] =>
  claim === undefined || claim.giverKind !== 'person' ? effects : effects.flatMap((effect) => ('memberId' in effect && effect.memberId === claim.claimerId ? alsoFor(claim.contactId, effect) : [effect]));

/**
 * What the poster is told is written for the person as well. While they are on paper nobody reads it; with an account of
 * their own they find everything that happened, and what still waits for them.
 */
export const toldToRecipients = (wish: Recipients & Pick<Wish, 'posterId'>, effects: readonly Effect[]): readonly Effect[] => {
  const personId = personIdOfWish(wish);
  if (personId === null) return effects;
  return effects.flatMap((effect) => ('memberId' in effect && effect.memberId === wish.posterId ? alsoFor(personId, effect) : [effect]));
};
