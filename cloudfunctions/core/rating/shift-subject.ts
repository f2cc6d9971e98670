import { pathOf } from '../kernel/area-tree';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { signUpsOf, type Shift } from '../shift/shift';
import type { RatingSubject } from './make-rating';

/** District, street, community: staff of the community answer for a rating. */
const COMMUNITY_DEPTH = 3;

/** Where it counts: the community of the shift; of one for a whole street or district, the rater's own. */
const placeOf = (shift: Shift, rater: Member): Pick<RatingSubject, 'communityId' | 'areaIds'> => {
  const areaIds = (shift.areaIds.length >= COMMUNITY_DEPTH ? shift.areaIds : pathOf(rater.areaId)).slice(0, COMMUNITY_DEPTH);
  return { areaIds, communityId: areaIds.at(-1) ?? shift.areaId };
};

/**
 * Pure: a shift as what somebody who was there may rate: once the roster says so. Who led or organised it is no judge of
 * it (RULES.md section 4: participants of an activity rate). Refusals: NOT_FOUND, RATING_NOT_YOURS, RATING_TOO_EARLY.
 */
export const decideMayRateShift = (shift: Shift | null, rater: Member): Result<RatingSubject> => {
  const own = shift === null ? [] : signUpsOf(shift, rater._id);
  if (shift === null || own.length === 0) return refuse('NOT_FOUND');
  if (rater._id === shift.leadId || rater._id === shift.organiserId) return refuse('RATING_NOT_YOURS', { message: '这一班是您带的，让来的人说说怎么样。' });
  if (shift.state !== 'confirmed') return refuse('RATING_TOO_EARLY', { message: '等领队记好名单，再来说说怎么样。' });
  if (!own.some(([, { state, isSelf }]) => state === 'attended' && isSelf)) return refuse('RATING_NOT_YOURS', { message: '名单上那天没有您，到了的人才能说怎么样。' });
  return accept({
    about: { wishId: null, claimId: null, shiftId: shift._id }, title: shift.title, pictureKey: shift.pictureKey, category: 'activity', rated: { partyId: shift.organiserId, kind: 'organiser' },
    raterId: rater._id, giverIds: [...new Set([shift.organiserId, ...(shift.leadId === null ? [] : [shift.leadId])])], ...placeOf(shift, rater), sinceMs: shift.endsAtMs, isOffered: true, isTold: false,
  });
};
