import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideOwnName } from '../../../cloudfunctions/core/thanks/own-name';
import { daysBefore } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { Stage } from './stage';

/** Whose answer is left for whoever looks at the demo. */
const UNASKED = ['linXiao', 'sunNing'] as const;

const answer = ({ town }: Stage, member: Member, turn: number): void => {
  // Whoever showed a word of thanks to the neighbours has nothing against a name.
  const isOnWall = [...town.thanks.documents.values()].some((thanks) => thanks.isOnWall && thanks.giverIds[0] === member._id);
  const step = { actorId: member._id, operationId: `demo-name-${member._id}`, inputHash: 'demo', nowMs: daysBefore(20 - (turn % 15)) };
  const name = unwrap(decideOwnName(null, { shows: isOnWall || turn % 4 !== 3, form: !isOnWall && turn % 3 === 2 ? 'masked' : 'full' }, member, step));
  if (name !== null) town.thanksNames.set(name._id, name);
};

/** Of those who earned at home most want to be named on the monthly page, some with a star, some not at all. */
export function askForNames(stage: Stage): void {
  const { town, people } = stage;
  const unasked = new Set(UNASKED.map((key) => people.cast(key)._id));
  const earned = [...new Set([...town.book.months.values()].filter(({ communityId }) => communityId === HOME_COMMUNITY).map(({ memberId }) => memberId))].sort();
  earned.filter((memberId) => !unasked.has(memberId) && town.members.has(memberId)).forEach((memberId, turn) => answer(stage, town.member(memberId), turn));
}
