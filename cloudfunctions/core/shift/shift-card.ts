import type { ShiftCardView, SignUpState } from '@contract';
import type { Shift } from './shift';
import type { SignUpRecord } from './sign-up-record';

/** What a list reads of a shift. */
export const CARD_FIELDS = ['activityId', 'kind', 'state', 'title', 'pictureKey', 'organiserName', 'areaId', 'areaName', 'placeText', 'startsAtMs', 'endsAtMs', 'capacity', 'seatsLeft', 'waitingCount', 'leadId', 'organiserId', 'teamId', 'audience', 'firstUntilMs'] as const satisfies readonly (keyof Shift)[];
export type ShiftCard = Pick<Shift, '_id' | (typeof CARD_FIELDS)[number]>;

type Span = Pick<Shift, 'startsAtMs' | 'endsAtMs'>;

const overlaps = (a: Span, b: Span): boolean => a.startsAtMs < b.endsAtMs && b.startsAtMs < a.endsAtMs;

/** One's own shifts at the same time, by title; only what is sure enough to go to. Advice: two documents cannot guard each other. */
export const clashesOf = (shift: Span & Pick<Shift, '_id'>, own: readonly SignUpRecord[]): readonly string[] =>
  own.filter((record) => record.isActive && record.isSelf && record.state !== 'waiting' && record.shiftId !== shift._id && overlaps(shift, record)).map((record) => record.title);

const mineIn = (shiftId: string, own: readonly SignUpRecord[]): SignUpState | null => own.find((record) => record.shiftId === shiftId && record.isActive)?.state ?? null;

/** Pure: a row of a list, with what of the reader's own speaks to it. */
export const shiftCardView = (shift: ShiftCard, own: readonly SignUpRecord[] = []): ShiftCardView => ({
  shiftId: shift._id,
  activityId: shift.activityId,
  kind: shift.kind,
  state: shift.state,
  title: shift.title,
  pictureKey: shift.pictureKey,
  organiserName: shift.organiserName,
  areaName: shift.areaName,
  placeText: shift.placeText,
  startsAtMs: shift.startsAtMs,
  endsAtMs: shift.endsAtMs,
  capacity: shift.capacity,
  seatsLeft: shift.seatsLeft,
  waitingCount: shift.waitingCount,
  teamId: shift.teamId,
  audience: shift.audience,
  firstUntilMs: shift.firstUntilMs,
  mine: mineIn(shift._id, own),
  clashesWith: clashesOf(shift, own),
});
