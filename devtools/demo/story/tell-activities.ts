import type { ActivityWordsInput } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { decideAddShifts, decideDecision, decideSubmit, newActivity } from '../../../cloudfunctions/core/activity/change-activity';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { Result } from '../../../cloudfunctions/core/kernel/result';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideRoster } from '../../../cloudfunctions/core/shift/roster';
import { decideSignUp, type Wanted } from '../../../cloudfunctions/core/shift/sign-up';
import type { ShiftOutcome } from '../../../cloudfunctions/core/shift/move-sign-up';
import { at, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { areaOf, type Stage } from './stage';

/** One date of a sketched activity: how many neighbours are in, and how many wait. */
interface DateSketch {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly coming: number;
  readonly waiting?: number;
  /** It is over: all came but so many. */
  readonly missed?: number;
}

interface ActivitySketch {
  readonly words: ActivityWordsInput;
  readonly place: string;
  readonly capacity: number;
  readonly dates: readonly DateSketch[];
  /** Handed in, and nobody looked yet. */
  readonly isWaiting?: boolean;
  readonly drafter: 'zhouMin' | 'heJing' | 'fangJie';
  readonly lead: 'zhouMin' | 'heJing' | 'liuWei' | 'fangJie';
}

const NO_MINORS = { isAllowed: false, isPublicPlace: false, hasTwoAdults: false, isGuardianPresent: false };
const FAMILIES = { isAllowed: true, isPublicPlace: true, hasTwoAdults: true, isGuardianPresent: true };

/** Words of an activity with what most leave out. */
export const wordsOf = (words: Pick<ActivityWordsInput, 'kind' | 'title' | 'story' | 'pictureKey'> & Partial<ActivityWordsInput>): ActivityWordsInput => ({
  skills: [], teaches: null, needs: null, ages: null, risk: { level: 'none', note: '' }, insurance: '', questions: [], minors: NO_MINORS, contactRole: '社区值班电话', ...words,
});

const SKETCHES: readonly ActivitySketch[] = [
  {
    words: wordsOf({ kind: 'volunteerService', title: '给独居老人送餐', story: '每趟 6 户，走 40 分钟。到驿站取餐，两个人一组，送到门口陪着说两句话。下雨也送，带好伞。', pictureKey: 'meal', skills: ['会骑电动车更好'], ages: { from: 18, to: 70 }, risk: { level: 'some', note: '雨天路滑，楼道有台阶' }, insurance: '街道给每位志愿者投了意外险', questions: ['能不能爬楼？'] }),
    place: '青枫驿站门口', capacity: 8, drafter: 'heJing', lead: 'zhouMin',
    dates: [
      { day: '2026-11-14', from: '09:00', to: '11:00', coming: 7, missed: 1 },
      { day: '2026-11-21', from: '09:00', to: '11:00', coming: 8, waiting: 2 },
      { day: '2026-11-22', from: '09:00', to: '11:00', coming: 6 },
      { day: '2026-11-28', from: '09:00', to: '11:00', coming: 3 },
      { day: '2026-11-29', from: '09:00', to: '11:00', coming: 4 },
    ],
  },
  {
    words: wordsOf({ kind: 'event', title: '周末义诊', story: '区医院的三位大夫来量血压、看检查单、讲讲吃药。带上平时吃的药盒，家里老人一起来。', pictureKey: 'hand', minors: FAMILIES }),
    place: '社区一楼活动室', capacity: 40, drafter: 'zhouMin', lead: 'zhouMin',
    dates: [{ day: '2026-11-22', from: '14:00', to: '16:30', coming: 13 }],
  },
  {
    words: wordsOf({ kind: 'fair', title: '爱心集市', story: '旧书旧衣换一换，会手艺的摆个小摊。收的钱不归个人，都放进互助项目，当场公布。', pictureKey: 'goods', minors: FAMILIES, questions: ['想摆摊还是来逛？'] }),
    place: '枫林里小广场', capacity: 60, drafter: 'heJing', lead: 'heJing',
    dates: [{ day: '2026-12-05', from: '09:30', to: '12:00', coming: 21 }],
  },
  {
    words: wordsOf({ kind: 'training', title: '急救培训', story: '心肺复苏和自动体外除颤仪，每人都上手练两遍。红十字会的老师来教。', pictureKey: 'book', teaches: 'firstAid', ages: { from: 16, to: 65 } }),
    place: '社区二楼会议室', capacity: 12, drafter: 'zhouMin', lead: 'liuWei',
    dates: [
      { day: '2026-11-25', from: '19:00', to: '21:00', coming: 12, waiting: 3 },
      { day: '2026-12-02', from: '19:00', to: '21:00', coming: 5 },
      { day: '2026-11-11', from: '19:00', to: '21:00', coming: 9, missed: 2 },
    ],
  },
  {
    words: wordsOf({ kind: 'meeting', title: '业主议事会', story: '说说电动车充电棚放在哪儿。每户来一位，先听物业讲两种办法，再一家一家说。', pictureKey: 'calendar' }),
    place: '青枫家园物业会议室', capacity: 50, drafter: 'heJing', lead: 'fangJie',
    dates: [{ day: '2026-11-26', from: '19:30', to: '21:00', coming: 17 }],
  },
  {
    words: wordsOf({ kind: 'visit', title: '陪高龄老人晒太阳', story: '推轮椅下楼走一圈，陪着聊聊天。两个人一组，有电梯的楼先来。', pictureKey: 'wheelchair', risk: { level: 'some', note: '推轮椅上下坡' }, insurance: '街道给每位志愿者投了意外险' }),
    place: '青枫家园南门', capacity: 6, drafter: 'fangJie', lead: 'fangJie', isWaiting: true,
    dates: [{ day: '2026-11-30', from: '15:00', to: '16:30', coming: 0 }],
  },
];

const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: deriveId('op', 'demo', about, actorId), inputHash: 'demo', nowMs });

const wantedOf = (ifFull: Wanted['ifFull']): Wanted => ({ isSelf: true, companions: [], hasConsent: false, answers: [], sealedPhone: null, ifFull });

const asOutcome = (decided: ReturnType<typeof decideSignUp>): Result<ShiftOutcome> => {
  if (!decided.ok) return decided;
  if (decided.value.kind === 'full') throw new Error('a shift of the demo has no room');
  return { ok: true, value: decided.value.kind === 'change' ? { kind: 'change', change: decided.value.change } : { kind: 'replay' } };
};

/** People of the home community, other ones for each activity; the cast first, so that they have something to look at. */
const neighboursOf = (stage: Stage, turn: number, lead: Member): readonly Member[] => {
  const cast = turn === 0 ? [stage.people.cast('liuWei'), stage.people.cast('linXiao')] : [stage.people.cast('sunNing')];
  const all = [...stage.people.of(HOME_COMMUNITY, 'volunteer'), ...stage.people.of(HOME_COMMUNITY, null)].filter((member) => member._id !== lead._id && !cast.includes(member) && member.joinedAtMs < DEMO_NOW_MS - 20 * DAY_MS);
  return [...cast.filter((member) => member._id !== lead._id), ...all.slice(turn * 9), ...all.slice(0, turn * 9)];
};

const signUpPeople = ({ town }: Stage, shiftId: string, date: DateSketch, people: readonly Member[], fromMs: number): void => {
  const total = date.coming + (date.waiting ?? 0);
  people.slice(0, total).forEach((member, index) => {
    const nowMs = fromMs + index * 37 * MINUTE_MS;
    town.doings.shifts.act(shiftId, nowMs, (shift) => asOutcome(decideSignUp(shift, wantedOf('wait'), member, 0, stepOf(member._id, `signUp ${shiftId}`, nowMs))));
  });
};

const confirmPast = ({ town }: Stage, shiftId: string, date: DateSketch, lead: Member): void => {
  const { startsAtMs, endsAtMs } = town.doings.shifts.get(shiftId);
  const nowMs = endsAtMs + 2 * HOUR_MS;
  town.doings.shifts.advance(shiftId, nowMs);
  town.doings.shifts.act(shiftId, nowMs, (shift) => {
    const ids = Object.keys(shift.signUps);
    const came = ids.slice(0, ids.length - (date.missed ?? 0)).map((signUpId, index) => ({ signUpId, self: { fromMs: startsAtMs, toMs: endsAtMs - (index % 3) * 10 * MINUTE_MS }, companionsCame: 0 }));
    return decideRoster(shift, came, [], lead, stepOf(lead._id, `roster ${shiftId}`, nowMs));
  });
};

const tellActivity = (stage: Stage, sketch: ActivitySketch, turn: number): void => {
  const { town, people } = stage;
  const drafter = people.cast(sketch.drafter);
  const lead = people.cast(sketch.lead);
  const checker = people.cast(sketch.drafter === 'heJing' ? 'zhouMin' : 'heJing');
  const draftedMs = sketch.isWaiting === true ? at('2026-11-19', '20:05') : at('2026-11-09', '10:00') + turn * HOUR_MS;
  const activity = newActivity(sketch.words, areaOf(stage, HOME_COMMUNITY), null, drafter, stepOf(drafter._id, sketch.words.title, draftedMs));
  const { activities } = town.doings;
  activities.insert(activity, draftedMs);
  const times = sketch.dates.map(({ day, from, to }) => ({ startsAtMs: at(day, from), endsAtMs: at(day, to), placeText: sketch.place, capacity: sketch.capacity, leadId: lead._id, leadName: lead.displayName }));
  activities.act(activity._id, draftedMs + MINUTE_MS, (found) => decideAddShifts(found, times, drafter, stepOf(drafter._id, `times ${activity._id}`, draftedMs + MINUTE_MS)));
  activities.act(activity._id, draftedMs + 2 * MINUTE_MS, (found) => decideSubmit(found, drafter, stepOf(drafter._id, `submit ${activity._id}`, draftedMs + 2 * MINUTE_MS)));
  if (sketch.isWaiting === true) return;
  const publishedMs = draftedMs + 5 * HOUR_MS;
  activities.act(activity._id, publishedMs, (found) => decideDecision(found, { kind: 'publish' }, checker, stepOf(checker._id, `publish ${activity._id}`, publishedMs)));
  const neighbours = neighboursOf(stage, turn, lead);
  activities.get(activity._id).shiftIds.forEach((shiftId, index) => {
    const date = sketch.dates[index];
    if (date === undefined) return;
    signUpPeople(stage, shiftId, date, neighbours.slice(index * 2), publishedMs + (index + 1) * HOUR_MS);
    if (date.missed !== undefined) confirmPast(stage, shiftId, date, lead);
    town.doings.shifts.advance(shiftId, DEMO_NOW_MS);
  });
};

/** What the neighbours do together in these weeks: a full date with a waitlist, some with room, one over, one still to be checked. */
export function tellActivities(stage: Stage): void {
  SKETCHES.forEach((sketch, turn) => tellActivity(stage, sketch, turn));
  const { people, town } = stage;
  const holder = people.cast('linXiao');
  const counted = [...town.service.records.documents.values()].filter((record) => record.memberId === holder._id && record.state === 'counted' && record.countedMinutes > 0);
  if (counted.length > 0) town.certified.certify(holder, counted, DEMO_NOW_MS - HOUR_MS);
}
