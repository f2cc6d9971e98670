import { DAY_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { RULES } from '../../../cloudfunctions/core/rules';
import { DEMO_NOW_MS, at } from '../community/moments';
import type { Stage } from './stage';

/** What volunteers did on Sundays of the last half year, and the hours each took. */
const SERVICES = [
  ['周日给长辈送餐', 2], ['社区书屋值班', 3], ['早晨校门口护学', 1], ['院子大扫除', 2], ['活动室教手机', 2], ['重阳节茶话会帮忙', 3], ['爱心集市维修摊', 2],
] as const;

const FIRST_SUNDAY_MS = at('2026-05-24', '11:20');

/** Whole weeks between the first and the last Sunday. */
const LAST_WEEK = Math.floor((DEMO_NOW_MS - FIRST_SUNDAY_MS) / (7 * DAY_MS));

/** So many Sundays before the last one, and the last one too when its points still wait. */
const tellHours = (stage: Stage, member: Member, sundays: number, wasThereLast = false): void => {
  const { random } = stage;
  const weeks = random.sample(Array.from({ length: LAST_WEEK }, (_none, index) => index), sundays);
  for (const week of wasThereLast ? [...weeks, LAST_WEEK] : weeks) {
    const [service, hours] = week === LAST_WEEK ? SERVICES[0] : random.pick(SERVICES);
    const atMs = FIRST_SUNDAY_MS + week * 7 * DAY_MS;
    stage.town.book.earn({
      transferId: deriveId('t', 'service', member._id, String(week)),
      memberId: member._id,
      communityId: member.communityId,
      earningKind: 'service',
      quantity: hours * 60,
      withId: null,
      aggregateId: deriveId('shift', member.communityId, String(week)),
      causeText: `${service} ${hours} 小时`,
      atMs,
      dueAtMs: atMs + RULES.points.pendingMs,
    });
  }
};

/** Points of the half year before the demo, so that a person's line has somewhere to come from. */
export function tellServiceHours(stage: Stage): void {
  const { people, random } = stage;
  tellHours(stage, people.cast('linXiao'), 9, true);
  tellHours(stage, people.cast('liuWei'), 14);
  tellHours(stage, people.cast('chenBo'), 3);
  const communities = new Set(people.members.map((member) => member.communityId));
  for (const communityId of communities) for (const member of people.of(communityId, 'volunteer').slice(1)) tellHours(stage, member, random.between(2, 9));
}
