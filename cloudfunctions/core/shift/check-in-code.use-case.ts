import type { RosterView } from '@contract';
import { codeDigitsOf } from '../kernel/ids';
import { environmentValue } from '../platform/environment';
import { RULES } from '../rules';
import type { Shift } from './shift';
import { rosterView } from './shift-view';

const DIGITS = 6;

/** Changes every ten minutes, so that a photographed one is soon old; never stored. */
const codeAt = (shiftId: string, atMs: number): string => codeDigitsOf(DIGITS, environmentValue('LINYUAN_ID_SECRET'), 'checkIn', shiftId, String(Math.floor(atMs / RULES.shift.checkInCodeMs)));

/** The one that is shown, or the one before it: typing takes a moment. */
export const isRightCode = (shiftId: string, code: string, nowMs: number): boolean => code === codeAt(shiftId, nowMs) || code === codeAt(shiftId, nowMs - RULES.shift.checkInCodeMs);

/** The lead's list with the code of this moment. */
export const rosterOf = (shift: Shift, nowMs: number): RosterView => rosterView(shift, codeAt(shift._id, nowMs), nowMs);
