import { HOUR_MS, DAY_MS } from '../../../cloudfunctions/core/kernel/clock';
import { pathOf } from '../../../cloudfunctions/core/kernel/area-tree';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideSecond } from '../../../cloudfunctions/core/service/change-service';
import { decideBackEntry } from '../../../cloudfunctions/core/service/open-service';
import { DEMO_NOW_MS, at } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { areaOf, type Stage } from './stage';

/** What volunteers did on Sundays of the last half year, and the hours each took. */
const SERVICES = [
  ['周日给长辈送餐', 2], ['社区书屋值班', 3], ['早晨校门口护学', 1], ['院子大扫除', 2], ['活动室教手机', 2], ['重阳节茶话会帮忙', 3], ['爱心集市维修摊', 2],
] as const;

const FIRST_SUNDAY_MS = at('2026-05-24', '11:20');

/** Whole weeks between the first and the last Sunday. */
const LAST_WEEK = Math.floor((DEMO_NOW_MS - FIRST_SUNDAY_MS) / (7 * DAY_MS));

/** Who of the community's staff leads on Sundays and confirms who came. */
const leadOf = ({ people }: Stage, member: Member): Member => {
  const staff = member.communityId === HOME_COMMUNITY ? [people.cast('zhouMin'), people.cast('heJing')] : [...people.of(member.communityId, 'staff'), ...people.of(member.communityId, 'socialWorker'), ...people.of(member.communityId, 'volunteer')];
  return staff.find((each) => each._id !== member._id) ?? member;
};

type Service = (typeof SERVICES)[number];

const serve = (stage: Stage, member: Member, week: number, [title, hours]: Service): void => {
  const lead = leadOf(stage, member);
  const organiserName = areaOf(stage, member.communityId).name;
  const toMs = FIRST_SUNDAY_MS + week * 7 * DAY_MS;
  const shiftId = deriveId('shift', member.communityId, String(week), title);
  stage.town.service.carryOut({
    kind: 'openService',
    opening: {
      recordId: deriveId('sr', shiftId, member._id), shiftId, signUpId: `${member._id}_1`, memberId: member._id, activityId: deriveId('activity', member.communityId, title), kind: 'volunteerService', title, placeText: `${organiserName}驿站`,
      organiserId: lead._id, organiserName, leadId: lead._id, recordedById: lead._id, areaIds: pathOf(member.communityId), fromMs: toMs - hours * HOUR_MS, toMs, atMs: toMs,
    },
  });
};

/** So many Sundays before the last one, and the last one too when its points still wait. */
const tellHours = (stage: Stage, member: Member, sundays: number, wasThereLast = false): void => {
  const { random } = stage;
  const weeks = random.sample(Array.from({ length: LAST_WEEK }, (_none, index) => index), sundays);
  for (const week of wasThereLast ? [...weeks, LAST_WEEK] : weeks) serve(stage, member, week, week === LAST_WEEK ? SERVICES[0] : random.pick(SERVICES));
};

const stepOf = (member: Member, about: string, nowMs: number): Step => ({ actorId: member._id, operationId: deriveId('op', 'demo', 'backEntry', about, member._id), inputHash: 'demo', nowMs });

interface BackEntry {
  readonly person: Member;
  readonly enterer: Member;
  readonly second: Member;
  readonly title: string;
  readonly from: readonly [day: string, time: string];
  readonly hours: number;
  readonly reason: string;
  readonly enteredMs: number;
}

/** @returns the id of the record that waits for its second person. */
const enterBack = ({ town }: Stage, { person, enterer, second, title, from, hours, reason, enteredMs }: BackEntry): string => {
  const fromMs = at(...from);
  const input = { memberCode: null, shiftId: null, kind: 'visit' as const, title, organiserName: '青枫社区', placeText: '青枫家园', fromMs, toMs: fromMs + hours * HOUR_MS, reason, secondCode: second.code };
  const record = unwrap(decideBackEntry(input, { person, enterer, second }, null, stepOf(enterer, title, enteredMs)));
  town.service.records.insert(record, enteredMs);
  return record._id;
};

/** After the activities, so that there is something to lie at the same time: one waits for a neighbour's word; one was confirmed and lies at the same time as another, so it counts nothing yet. */
export function tellBackEntries(stage: Stage): void {
  const { people, town } = stage;
  const [linXiao, liuWei, zhouMin, sunNing] = [people.cast('linXiao'), people.cast('liuWei'), people.cast('zhouMin'), people.cast('sunNing')];
  enterBack(stage, { person: linXiao, enterer: linXiao, second: liuWei, title: '陪高龄老人晒太阳', from: ['2026-11-18', '15:00'], hours: 1.5, reason: '临时去帮忙，没赶上报名', enteredMs: at('2026-11-19', '12:20') });
  const clashing = enterBack(stage, { person: liuWei, enterer: zhouMin, second: sunNing, title: '陪长辈去医院取药', from: ['2026-11-14', '10:00'], hours: 2, reason: '那天没有名单', enteredMs: at('2026-11-17', '10:05') });
  const confirmedMs = at('2026-11-18', '19:40');
  town.service.records.act(clashing, confirmedMs, (record) => decideSecond(record, true, '', stepOf(sunNing, 'confirm', confirmedMs)));
}

/** Hours of the half year before the demo with their points, so that a person's line has somewhere to come from. */
export function tellServiceHours(stage: Stage): void {
  const { people, random } = stage;
  tellHours(stage, people.cast('linXiao'), 9, true);
  tellHours(stage, people.cast('liuWei'), 14);
  tellHours(stage, people.cast('chenBo'), 3);
  const communities = new Set(people.members.map((member) => member.communityId));
  for (const communityId of communities) for (const member of people.of(communityId, 'volunteer').slice(1)) tellHours(stage, member, random.between(2, 9));
  // The social worker came along herself on some Sundays; her colleague wrote it down.
  [3, 8, 12, 17, 21].forEach((week, index) => serve(stage, people.cast('zhouMin'), week, SERVICES[index] ?? SERVICES[0]));
}

