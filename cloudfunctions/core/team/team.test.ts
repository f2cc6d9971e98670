import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { dueChanges } from '../aggregate/aggregate-kind';
import { applyChange } from '../aggregate/change';
import { pathOf } from '../kernel/area-tree';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import type { Member } from '../member/member';
import { stepBy } from '../shift/shift.fixtures';
import { COMMUNITY, member, neighbour, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import { decideClose, decideHelpedGone, decideProposal, decideRenewCode, decideWords } from './change-team';
import { decideAnswer, decideAnswerInvite, decideAsk, decideInvite, decideJoinByCode, decideTakeOver } from './come-to-team';
import { decideLeave, decidePersonGone, decideRemove, decideRole } from './stay-in-team';
import { entryOf, isIn, isTeamCoherent, leadsOf, newHelpTeam, newTeam, type Team } from './team';
import { maySeeTeam, mayTakeOver } from './team-access';
import { teamEffectsOf } from './team-effects';
import type { TeamEvent } from './team-event';
import { TEAM_KIND } from './team-kind';

const AREA = { _id: COMMUNITY, name: '青枫社区', areaIds: pathOf(COMMUNITY) };
const lead = member('m_lead', { displayName: '周敏' });
const social = member('m_social', { displayName: '周社工', roles: [roleOf('socialWorker', COMMUNITY)] });
const colleague = member('m_colleague', { displayName: '陈社工', roles: [roleOf('socialWorker', COMMUNITY)] });

const proposed = (): Team => newTeam({ kind: 'volunteer', name: '枫林巡河队', purpose: '周末沿河走一圈，捡捡垃圾。' }, AREA, lead, stepBy(lead));
const active = (): Team => carriedOut<TeamEvent, Team>(proposed(), decideProposal(proposed(), { kind: 'approve' }, staff, stepBy(staff)));
const helpTeam = (): Team => newHelpTeam({ name: '三楼小组', purpose: '轮流陪着去复查。' }, AREA, { helpedId: 'm_helped', nameSealed: 'sealed' }, social, stepBy(social));

const asked = (team: Team, who: Member): Team => carriedOut<TeamEvent, Team>(team, decideAsk(team, who, stepBy(who)));
const joined = (team: Team, who: Member): Team => carriedOut<TeamEvent, Team>(team, decideJoinByCode(team, who, stepBy(who)));
const invited = (team: Team, who: Member, by: Member, relation: 'relative' | 'volunteer' | 'socialWorker' | null = null): Team => carriedOut<TeamEvent, Team>(team, decideInvite(team, who, relation, by, stepBy(by)));
const accepted = (team: Team, who: Member): Team => carriedOut<TeamEvent, Team>(team, decideAnswerInvite(team, true, who, stepBy(who)));
const lastEvent = (team: Team): TeamEvent => Object.values(team.outbox).at(-1) ?? (() => { throw new Error('nothing happened'); })();

describe('a team', () => {
  it('is seen by neighbours once staff who did not propose it said yes', () => {
    const team = proposed();
    expect(maySeeTeam(team, neighbour)).toBe(false);
    const byItself = decideProposal(team, { kind: 'approve' }, { ...lead, roles: [roleOf('staff', COMMUNITY)] }, stepBy(lead));
    expect(refusalOf(byItself)).toBe('NOT_ALLOWED');
    expect(maySeeTeam(active(), neighbour)).toBe(true);
    const refused = carriedOut<TeamEvent, Team>(team, decideProposal(team, { kind: 'refuse', note: '和巡河志愿队一起吧' }, staff, stepBy(staff)));
    expect(refused).toMatchObject({ state: 'closed', memberCount: 0, untoldIds: ['m_lead'] });
    expect([maySeeTeam(refused, lead), maySeeTeam(refused, neighbour), isTeamCoherent(refused)]).toEqual([true, false, true]);
  });

  it('puts nobody in who did not ask or agree', () => {
    const team = invited(asked(active(), neighbour), staff, lead);
    expect([isIn(team, neighbour._id), isIn(team, staff._id), team.memberCount]).toEqual([false, false, 1]);
    const both = accepted(carriedOut<TeamEvent, Team>(team, decideAnswer(team, neighbour._id, true, lead, stepBy(lead))), staff);
    expect([both.memberCount, isTeamCoherent(both)]).toEqual([3, true]);
    expect(refusalOf(decideAnswer(team, staff._id, true, lead, stepBy(lead)))).toBe('TEAM_PLACE_CHANGED');
    expect(refusalOf(decideAnswer(team, neighbour._id, true, neighbour, stepBy(neighbour)))).toBe('NOT_ALLOWED');
  });

  it('lets nobody in from elsewhere, into too many teams, while frozen, or when it is full', () => {
    const team = active();
    const codeOf = (who: Member): string => refusalOf(decideJoinByCode(team, who, stepBy(who)));
    expect(codeOf(member('m_far', { communityId: 'd01-s01-c02' }))).toBe('OUT_OF_AREA');
    expect(codeOf(member('m_busy', { teamIds: Array.from({ length: 12 }, (_unused, index) => `g_${index}`) }))).toBe('TEAM_LIMIT_REACHED');
    expect(codeOf(member('m_cold', { frozenUntilMs: START_MS + DAY_MS }))).toBe('NOT_ALLOWED');
    const crowd = Array.from({ length: 199 }, (_unused, index) => member(`m_${index}`)).reduce(joined, { ...team, outbox: {}, pendingEvents: 0 });
    expect([crowd.memberCount, Object.keys(crowd.steps).length]).toEqual([200, 40]);
    expect(refusalOf(decideAsk(crowd, neighbour, stepBy(neighbour)))).toBe('TEAM_FULL');
    expect(JSON.stringify(crowd).length).toBeLessThan(200_000);
  });

  it('lets its only lead go neither by leaving nor by another role; a successor first', () => {
    const team = joined(active(), neighbour);
    expect(refusalOf(decideLeave(team, lead, stepBy(lead)))).toBe('TEAM_LAST_LEAD');
    expect(refusalOf(decideRole(team, lead._id, 'member', lead, stepBy(lead)))).toBe('TEAM_LAST_LEAD');
    expect(refusalOf(decideRemove(team, lead._id, staff, stepBy(staff)))).toBe('TEAM_PLACE_CHANGED');
    const two = carriedOut<TeamEvent, Team>(team, decideRole(team, neighbour._id, 'lead', lead, stepBy(lead)));
    const one = carriedOut<TeamEvent, Team>(two, decideLeave(two, lead, stepBy(lead)));
    expect([leadsOf(one), isTeamCoherent(one)]).toEqual([[neighbour._id], true]);
  });

  it('without a lead is a task of staff until they name one', () => {
    const team = joined(active(), neighbour);
    const gone = carriedOut<TeamEvent, Team>(team, decidePersonGone(team, lead._id, START_MS + HOUR_MS));
    expect(gone.leaderlessSinceMs).toBe(START_MS + HOUR_MS);
    const opened = teamEffectsOf(gone, lastEvent(gone)).find((effect) => effect.kind === 'openTask');
    expect(opened).toMatchObject({ taskKind: 'teamWithoutLead', title: '枫林巡河队' });
    expect(unwrap(decidePersonGone(gone, lead._id, START_MS + 2 * HOUR_MS)).kind).toBe('replay');
    const named = carriedOut<TeamEvent, Team>(gone, decideRole(gone, neighbour._id, 'lead', staff, stepBy(staff)));
    expect(teamEffectsOf(named, lastEvent(named)).find((effect) => effect.kind === 'closeTask')).toMatchObject({ taskId: opened?.kind === 'openTask' ? opened.taskId : '' });
    const nobody = carriedOut<TeamEvent, Team>(active(), decidePersonGone(active(), lead._id, START_MS + HOUR_MS));
    expect([nobody.state, isTeamCoherent(nobody)]).toEqual(['closed', true]);
  });

  it('answers the same act the same, and refuses its id for another', () => {
    const step = stepBy(neighbour);
    const team = carriedOut<TeamEvent, Team>(active(), decideAsk(active(), neighbour, step));
    expect(unwrap(decideAsk(team, neighbour, step)).kind).toBe('replay');
    expect(refusalOf(decideAsk(team, neighbour, { ...step, inputHash: 'other' }))).toBe('OPERATION_REUSED');
    expect(unwrap(decideLeave(active(), neighbour, stepBy(neighbour))).kind).toBe('replay');
  });

  it('lets go of questions and invitations that nobody answered', () => {
    const team = invited(asked(active(), neighbour), staff, lead);
    const [first] = dueChanges(TEAM_KIND.clocksOf(team, START_MS + 7 * DAY_MS), START_MS + 7 * DAY_MS);
    if (first === undefined) throw new Error('nothing lapsed');
    const lapsed = applyChange<TeamEvent, Team>(team, first);
    expect([entryOf(lapsed, neighbour._id), entryOf(lapsed, staff._id)?.place, isTeamCoherent(lapsed)]).toEqual([null, 'invited', true]);
  });

  it('closes when no shift is ahead, tells its people some at a time, and keeps nobody', () => {
    const team = joined(active(), neighbour);
    expect(refusalOf(decideClose(team, true, '人都搬走了', lead, stepBy(lead)))).toBe('TEAM_HAS_SHIFTS');
    expect(refusalOf(decideClose(team, false, '人都搬走了', neighbour, stepBy(neighbour)))).toBe('NOT_ALLOWED');
    const closed = carriedOut<TeamEvent, Team>(team, decideClose(team, false, '人都搬走了', lead, stepBy(lead)));
    expect([closed.peopleIds, closed.untoldIds, isTeamCoherent(closed)]).toEqual([[], [neighbour._id], true]);
    expect(TEAM_KIND.followUpOf?.(closed, START_MS)).toMatchObject({ set: { untoldIds: [] }, event: { kind: 'toldClosed', memberIds: [neighbour._id] } });
    expect(refusalOf(decideRenewCode(closed, lead, stepBy(lead)))).toBe('NOT_ALLOWED');
    expect(refusalOf(decideWords(team, { name: '新名字', purpose: '一样' }, neighbour, stepBy(neighbour)))).toBe('NOT_ALLOWED');
  });
});

describe('a help team', () => {
  it('is seen by its own people and social workers of its area alone, and entered by invitation', () => {
    const team = helpTeam();
    expect([maySeeTeam(team, social), maySeeTeam(team, colleague), maySeeTeam(team, staff), maySeeTeam(team, neighbour), maySeeTeam(team, member('m_helped'))]).toEqual([true, true, false, false, false]);
    expect([refusalOf(decideAsk(team, neighbour, stepBy(neighbour))), refusalOf(decideJoinByCode(team, neighbour, stepBy(neighbour)))]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(refusalOf(decideInvite(team, neighbour, null, social, stepBy(social)))).toBe('BAD_INPUT');
    expect(refusalOf(decideInvite(team, neighbour, 'socialWorker', social, stepBy(social)))).toBe('BAD_INPUT');
    expect(refusalOf(decideInvite(team, member('m_helped'), 'volunteer', social, stepBy(social)))).toBe('BAD_INPUT');
    const far = member('m_daughter', { communityId: 'd02-s01-c01' });
    expect(refusalOf(decideInvite(team, far, 'volunteer', social, stepBy(social)))).toBe('OUT_OF_AREA');
    const both = accepted(invited(team, far, social, 'relative'), far);
    expect([isIn(both, far._id), isTeamCoherent(both)]).toEqual([true, true]);
  });

  it('is led by a social worker; one without is taken over by another, under no name in the list of tasks', () => {
    const team = accepted(invited(helpTeam(), neighbour, social, 'volunteer'), neighbour);
    expect(refusalOf(decideRole(team, neighbour._id, 'lead', social, stepBy(social)))).toBe('NOT_ALLOWED');
    expect(mayTakeOver(team, colleague)).toBe(false);
    const alone = carriedOut<TeamEvent, Team>(team, decidePersonGone(team, social._id, START_MS + HOUR_MS));
    expect(teamEffectsOf(alone, lastEvent(alone)).find((effect) => effect.kind === 'openTask')).toMatchObject({ title: '一个帮扶小组', assignTo: 'socialWorker' });
    expect([mayTakeOver(alone, colleague), mayTakeOver(alone, staff)]).toEqual([true, false]);
    const taken = carriedOut<TeamEvent, Team>(alone, decideTakeOver(alone, mayTakeOver(alone, colleague), colleague, stepBy(colleague)));
    expect([leadsOf(taken), isTeamCoherent(taken)]).toEqual([[colleague._id], true]);
  });

  it('ends when whom it is for is gone, and nothing of it stays', () => {
    const team = accepted(invited(helpTeam(), neighbour, social, 'volunteer'), neighbour);
    const ended = carriedOut<TeamEvent, Team>(team, decideHelpedGone(team, START_MS + HOUR_MS));
    expect(ended).toMatchObject({ state: 'closed', helpedId: null, helpedNameSealed: null, name: '帮扶小组', purpose: '', untoldIds: [social._id, neighbour._id] });
    expect([isTeamCoherent(ended), unwrap(decideHelpedGone(ended, START_MS + DAY_MS)).kind]).toEqual([true, 'replay']);
  });
});
