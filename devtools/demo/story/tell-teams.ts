import type { TeamRelation } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { decideAddShifts, decideDecision, decideSubmit, newActivity, type OwningTeam } from '../../../cloudfunctions/core/activity/change-activity';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideProposal } from '../../../cloudfunctions/core/team/change-team';
import { decideAnswerInvite, decideAsk, decideInvite, decideJoinByCode } from '../../../cloudfunctions/core/team/come-to-team';
import { decideRole } from '../../../cloudfunctions/core/team/stay-in-team';
import { newHelpTeam, newTeam, type Team } from '../../../cloudfunctions/core/team/team';
import { at, DEMO_NOW_MS } from '../community/moments';
import type { CastKey } from '../community/cast';
import { HOME_COMMUNITY } from '../community/places';
import { areaOf, sealName, type Stage } from './stage';
import { wordsOf } from './tell-activities';

const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: deriveId('op', 'demo', 'team', about, actorId), inputHash: 'demo', nowMs });

const FOUNDED_MS = DEMO_NOW_MS - 40 * DAY_MS;

const memberOf = ({ town, people }: Stage, key: CastKey): Member => town.member(people.cast(key)._id);

/** Proposed by a neighbour, approved the day after; people of the community come in by the code, the cast first. */
const foundPublic = (stage: Stage, input: Parameters<typeof newTeam>[0], lead: CastKey, cast: readonly CastKey[], crowd: readonly Member[]): string => {
  const { teams } = stage.town.gathered;
  const opener = memberOf(stage, lead);
  const team = newTeam(input, areaOf(stage, HOME_COMMUNITY), opener, stepOf(opener._id, input.name, FOUNDED_MS));
  teams.insert(team, FOUNDED_MS);
  const checker = memberOf(stage, lead === 'heJing' ? 'zhouMin' : 'heJing');
  teams.act(team._id, FOUNDED_MS + DAY_MS, (found) => decideProposal(found, { kind: 'approve' }, checker, stepOf(checker._id, `approve ${input.name}`, FOUNDED_MS + DAY_MS)));
  [...cast.map((key) => memberOf(stage, key)), ...crowd].forEach((person, index) => {
    const nowMs = FOUNDED_MS + 2 * DAY_MS + index * 7 * HOUR_MS;
    teams.act(team._id, nowMs, (found) => decideJoinByCode(found, person, stepOf(person._id, input.name, nowMs)));
  });
  return team._id;
};

const askIn = (stage: Stage, teamId: string, key: CastKey, nowMs: number): void => {
  const asker = memberOf(stage, key);
  stage.town.gathered.teams.act(teamId, nowMs, (found) => decideAsk(found, asker, stepOf(asker._id, `ask ${teamId}`, nowMs)));
};

const inviteIn = (stage: Stage, teamId: string, lead: Member, key: CastKey, relation: TeamRelation, nowMs: number): void => {
  const person = memberOf(stage, key);
  stage.town.gathered.teams.act(teamId, nowMs, (found) => decideInvite(found, person, relation, lead, stepOf(lead._id, `invite ${key}`, nowMs)));
  stage.town.gathered.teams.act(teamId, nowMs + HOUR_MS, (found) => decideAnswerInvite(found, true, memberOf(stage, key), stepOf(person._id, `yes ${key}`, nowMs + HOUR_MS)));
};

interface Planned {
  readonly words: ReturnType<typeof wordsOf>;
  readonly place: string;
  readonly capacity: number;
  readonly from: number;
  readonly hours: number;
  readonly publishedMs: number;
}

/** What a team does next; a help team's goes out by itself. */
const plan = (stage: Stage, team: Team, audience: OwningTeam['audience'], lead: Member, { words, place, capacity, from, hours, publishedMs }: Planned): void => {
  const { activities } = stage.town.doings;
  const step = (about: string, nowMs: number): Step => stepOf(lead._id, `${about} ${words.title}`, nowMs);
  const activity: Activity = newActivity(words, areaOf(stage, HOME_COMMUNITY), { teamId: team._id, name: team.name, audience }, lead, step('draft', publishedMs - HOUR_MS));
  activities.insert(activity, publishedMs - HOUR_MS);
  const time = { startsAtMs: from, endsAtMs: from + hours * HOUR_MS, placeText: place, capacity, leadId: lead._id, leadName: lead.displayName };
  activities.act(activity._id, publishedMs - 50 * MINUTE_MS, (found) => decideAddShifts(found, [time], lead, step('times', publishedMs - 50 * MINUTE_MS)));
  activities.act(activity._id, publishedMs - 40 * MINUTE_MS, (found) => decideSubmit(found, lead, step('submit', publishedMs - 40 * MINUTE_MS)));
  const checker = memberOf(stage, 'heJing');
  if (audience !== 'helpTeam') activities.act(activity._id, publishedMs, (found) => decideDecision(found, { kind: 'publish' }, checker, stepOf(checker._id, `publish ${words.title}`, publishedMs)));
};

/** A few people around 赵阿姨, who does not see it herself. */
const tellHelpTeam = (stage: Stage): void => {
  const { teams } = stage.town.gathered;
  const social = memberOf(stage, 'zhouMin');
  const helped = memberOf(stage, 'zhaoAyi');
  const openedMs = DEMO_NOW_MS - 12 * DAY_MS;
  const nameSealed = sealName(helped.displayName);
  const team = newHelpTeam({ name: '三楼小组', purpose: '周三、周六去坐坐，陪着去复查，买菜顺手带一份。' }, areaOf(stage, HOME_COMMUNITY), { helpedId: helped._id, nameSealed }, social, stepOf(social._id, 'help', openedMs));
  teams.insert(team, openedMs);
  inviteIn(stage, team._id, social, 'linXiao', 'volunteer', openedMs + HOUR_MS);
  inviteIn(stage, team._id, social, 'sunNing', 'neighbour', openedMs + 5 * HOUR_MS);
  plan(stage, teams.get(team._id), 'helpTeam', memberOf(stage, 'zhouMin'), {
    words: wordsOf({ kind: 'visit', title: '陪着去区医院复查', story: '早上八点在单元门口碰头，带好医保卡和上次的单子。', pictureKey: 'wheelchair' }),
    place: '单元门口', capacity: 2, from: at('2026-11-24', '08:00'), hours: 3, publishedMs: DEMO_NOW_MS - 2 * DAY_MS,
  });
};

/** One team of volunteers, one of party members, one help team; somebody waits for an answer, one team for staff. */
export function tellTeams(stage: Stage): void {
  const { teams } = stage.town.gathered;
  const crowd = stage.people.of(HOME_COMMUNITY, 'volunteer').filter((member) => member.joinedAtMs < FOUNDED_MS);
  const river = foundPublic(stage, { kind: 'volunteer', name: '枫林巡河队', purpose: '周末沿澄溪走一圈，捡捡垃圾，看看栏杆和路灯。' }, 'liuWei', ['linXiao', 'fangJie'], crowd.slice(0, 9));
  const lead = memberOf(stage, 'liuWei');
  teams.act(river, FOUNDED_MS + 9 * DAY_MS, (found) => decideRole(found, stage.people.cast('fangJie')._id, 'deputy', lead, stepOf(lead._id, 'deputy', FOUNDED_MS + 9 * DAY_MS)));
  askIn(stage, river, 'sunNing', DEMO_NOW_MS - 5 * HOUR_MS);
  plan(stage, teams.get(river), 'teamFirst', memberOf(stage, 'liuWei'), {
    words: wordsOf({ kind: 'volunteerService', title: '沿澄溪巡河', story: '从枫桥走到柳岸，四公里，捡垃圾、看栏杆。手套和夹子队里有，自带水。', pictureKey: 'plant', risk: { level: 'some', note: '岸边路滑' }, insurance: '街道给每位志愿者投了意外险' }),
    place: '枫桥桥头', capacity: 16, from: at('2026-11-29', '08:30'), hours: 2, publishedMs: DEMO_NOW_MS - 2 * HOUR_MS,
  });
  foundPublic(stage, { kind: 'party', name: '枫林里先锋队', purpose: '党员带头：修修楼道灯、帮老人搬搬东西，每月第一个周六出门。' }, 'heJing', ['zhouMin'], crowd.slice(9, 15));
  const opener = memberOf(stage, 'fangJie');
  const waitingMs = DEMO_NOW_MS - 20 * HOUR_MS;
  teams.insert(newTeam({ kind: 'volunteer', name: '晚饭后乐队', purpose: '二胡、口琴、手风琴，周五晚上在小广场，谁会一样都来。' }, areaOf(stage, HOME_COMMUNITY), opener, stepOf(opener._id, 'band', waitingMs)), waitingMs);
  tellHelpTeam(stage);
}
