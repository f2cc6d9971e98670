import { partiesOf, worksAt, type Member } from '../member/member';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { Wish } from './wish';

type Recipients = Pick<Wish, 'recipientIds'>;

/** Whether somebody is the recipient's side: posted it, or answers for whom it was posted. */
export const isRecipient = (wish: Recipients, reader: Pick<Member, '_id' | 'partyIds'>): boolean => partiesOf(reader).some((partyId) => wish.recipientIds.includes(partyId));

/** The recipient's side, or staff of the area on their behalf. */
export const isRecipientSide = (wish: Recipients & Pick<Wish, 'areaId'>, actor: Member): boolean => isRecipient(wish, actor) || worksAt(actor, wish.areaId);

/** Somebody on paper for whom it was posted; null when the poster is the recipient, or named them only to the reviewer. */
export const personIdOfWish = (wish: Recipients): string | null => wish.recipientIds[1] ?? null;

/** The one served, who is asked how it was: the person on paper where there is one. */
export const servedIdOf = (wish: Recipients & Pick<Wish, 'posterId'>): string => personIdOfWish(wish) ?? wish.posterId;

/** The person's own line, beside that of the helper. */
const alsoFor = (personId: string, effect: Effect): readonly Effect[] =>
  effect.kind === 'notice' || effect.kind === 'finishNotice' ? [effect, { ...effect, memberId: personId, noticeId: deriveId('n', effect.noticeId, personId) }] : [effect];

/**
 * What the poster is told is written for the person as well. While they are on paper nobody reads it; with an account of
 * their own they find everything that happened, and what still waits for them.
 */
export const toldToRecipients = (wish: Recipients & Pick<Wish, 'posterId'>, effects: readonly Effect[]): readonly Effect[] => {
  const personId = personIdOfWish(wish);
  if (personId === null) return effects;
  return effects.flatMap((effect) => ('memberId' in effect && effect.memberId === wish.posterId ? alsoFor(personId, effect) : [effect]));
};
