import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { decideFollowUp, decideMayLeave, newNote } from '../../../cloudfunctions/core/giver-note/giver-note';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideAnswer } from '../../../cloudfunctions/core/safety/answer-safety';
import { decideMayReport, newReport, safetyIdOf } from '../../../cloudfunctions/core/safety/safety-report';
import type { Claim, Wish } from '../../../cloudfunctions/core/wish/wish';
import { DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { Stage } from './stage';

const stepBy = (actor: Member, name: string, claimId: string, nowMs: number): Step => ({ actorId: actor._id, operationId: `demo-private-${name}-${claimId}`, inputHash: 'demo', nowMs });

/** Confirmed handovers at somebody's door, by somebody with an account, for somebody with one; the latest first. */
const confirmedAtHome = ({ town }: Stage): readonly (readonly [Wish, Claim, number])[] =>
  [...town.wishes.values()]
    .filter((wish) => wish.communityId === HOME_COMMUNITY && wish.handover === 'home' && !wish.postedByStaff)
    .flatMap((wish) => Object.values(wish.claims).flatMap((claim): (readonly [Wish, Claim, number])[] => (claim.deliveredAtMs !== null && claim.confirmedAtMs !== null && claim.confirmedAtMs < DEMO_NOW_MS - 3 * DAY_MS && town.members.has(claim.claimerId) ? [[wish, claim, claim.deliveredAtMs]] : [])))
    .sort(([, , a], [, , b]) => b - a);

/** A giver found nobody at home, and a social worker went to look; somebody else did not feel safe, and staff answered. */
export function tellPrivate(stage: Stage): void {
  const { town, people } = stage;
  const [first, second] = confirmedAtHome(stage);
  const [worker, staff] = [people.cast('zhouMin'), people.cast('heJing')];
  if (first === undefined || second === undefined) throw new Error('the demo has no two confirmed handovers at home');
  const [wish, claim, deliveredMs] = first;
  const giver = town.member(claim.claimerId);
  const note = newNote(wish, unwrap(decideMayLeave(wish, claim.claimId, 'nobodyHome', giver)), { answer: 'nobodyHome', words: '头一回去敲门没人应，隔壁说可能去女儿家了。第二趟才见着人。' }, null, stepBy(giver, 'note', claim.claimId, deliveredMs + 20 * MINUTE_MS));
  town.giverNotes.insert(note, note.createdAtMs);
  const lookedMs = note.createdAtMs + 2 * HOUR_MS;
  town.giverNotes.act(note._id, lookedMs, (found) => decideFollowUp(found, '打通了，前两天在女儿家，人好好的。', worker, stepBy(worker, 'look', claim.claimId, lookedMs)));
  const [otherWish, otherClaim, otherMs] = second;
  const poster = town.member(otherWish.posterId);
  const reportedMs = otherMs + HOUR_MS;
  const said = { reportId: safetyIdOf(otherClaim.claimId, 'recipient', 0), safetyKind: 'hazard', words: '来的时候楼道堆满了纸箱，差点绊一跤，晚上更看不清。', wordsState: 'clear', phoneSealed: null } as const;
  const report = newReport(otherWish, unwrap(decideMayReport(otherWish, otherClaim.claimId, poster)), said, poster, stepBy(poster, 'report', otherClaim.claimId, reportedMs));
  town.safetyReports.insert(report, reportedMs);
  const answeredMs = reportedMs + 14 * HOUR_MS;
  town.safetyReports.act(report._id, answeredMs, (found) => decideAnswer(found, '当晚物业把纸箱清走了，楼道灯也换了，隔天我们又去看过一遍。', staff, stepBy(staff, 'answer', otherClaim.claimId, answeredMs)));
}
