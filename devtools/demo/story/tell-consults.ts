import type { ConsultOutcome, ConsultWordKind, NeedProjectPlanInput } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { decideClose, decideCounted, decideFinish } from '../../../cloudfunctions/core/consult/change-consult';
import { newConsult, type Consult } from '../../../cloudfunctions/core/consult/consult';
import { tallyOf } from '../../../cloudfunctions/core/consult/tally';
import { newVoice, newWord, voiceIdOf, type ConsultVoice, type ConsultWord } from '../../../cloudfunctions/core/consult/voice';
import { HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideSave } from '../../../cloudfunctions/core/need-project/change-project';
import { consultPartsOf } from '../../../cloudfunctions/core/need-project/consult-parts';
import { decideConsult, decideConsulted } from '../../../cloudfunctions/core/need-project/consult-project';
import { RULES } from '../../../cloudfunctions/core/rules';
import type { Stage } from './stage';

interface Said {
  readonly kind: ConsultWordKind;
  readonly point: number | null;
  readonly text: string;
  /** How many back it. */
  readonly backs: number;
  readonly answer?: { readonly outcome: ConsultOutcome; readonly text: string };
}

const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: `demo-consult-${about}`, inputHash: 'demo', nowMs });

/** What each of so many neighbours finds most urgent; those who count from the end back what was added. */
const picksOf = (index: number, points: number): readonly number[] => [...new Set([1 + (index % 2), 1 + ((index * 2) % points), 1 + ((index + 2) % points)])].sort((one, other) => one - other);

/** Neighbours choose and say something about an open consultation. */
function speak(stage: Stage, consult: Consult, people: readonly Member[], said: readonly Said[]): void {
  const { voices, words } = stage.town.consulting;
  const { _id: consultId, communityId, openedAtMs, points } = consult;
  const own = said.map((one, index): ConsultWord => {
    const member = people[index];
    if (member === undefined) throw new Error('nobody to say it');
    const fresh = newWord(voiceIdOf(consultId, member._id), 0, { consultId, memberId: member._id, name: member.displayName, communityId, kind: one.kind, point: one.point, text: one.text }, stepOf(member._id, `say-${consultId}-${index}`, openedAtMs + (index + 1) * 7 * MINUTE_MS));
    return { ...fresh, state: 'shown', backs: one.backs };
  });
  for (const word of own) words.set(word._id, word);
  people.forEach((member, index) => {
    const backs = own.filter((word, place) => word.memberId !== member._id && people.length - index <= (said[place]?.backs ?? 0)).map(({ _id }) => _id);
    const voice: ConsultVoice = newVoice(consultId, member._id, { picks: picksOf(index, points.length), backs }, stepOf(member._id, `rank-${consultId}-${index}`, openedAtMs + (index + 1) * 5 * MINUTE_MS));
    voices.set(voice._id, voice);
  });
}

const countedAt = (stage: Stage, consultId: string, atMs: number): void => {
  const { consults, voices, words } = stage.town.consulting;
  const { tally } = tallyOf([...voices.values()].filter((voice) => voice.consultId === consultId), [...words.values()].filter((word) => word.consultId === consultId));
  consults.act(consultId, atMs, (consult) => decideCounted(consult, tally, atMs));
  consults.documents.set(consultId, { ...consults.get(consultId), countedAtMs: atMs });
};

/** The draft of a project is put before neighbours. */
function ask(stage: Stage, projectId: string, owner: Member, days: number, atMs: number): Consult {
  const { town } = stage;
  town.needProjects.act(projectId, atMs, (project) => decideConsult(project, days, owner, stepOf(owner._id, `open-${projectId}`, atMs)));
  const project = town.needProjects.get(projectId);
  const consult = newConsult(project.consultId ?? '', consultPartsOf(project), atMs);
  town.consulting.consults.insert(consult, atMs);
  return consult;
}

const IN_DAYS = 7;

const RUNNING: readonly Said[] = [
  { kind: 'add', point: null, text: '教的时候写张大字的纸条，回家照着按', backs: 9 },
  { kind: 'add', point: null, text: '请孩子们也来教，放学后一小时就够', backs: 5 },
  { kind: 'add', point: null, text: '先教怎么认骗子电话', backs: 3 },
  { kind: 'object', point: 3, text: '一节课讲太多记不住，分两次好', backs: 0 },
];

/** A project whose neighbours are being asked just now. */
export function tellRunningConsult(stage: Stage, projectId: string, owner: Member, people: readonly Member[], openedAtMs: number, nowMs: number): void {
  const consult = ask(stage, projectId, owner, IN_DAYS, openedAtMs);
  speak(stage, consult, people, RUNNING);
  countedAt(stage, consult._id, nowMs);
}

const ANSWERED: readonly Said[] = [
  { kind: 'add', point: null, text: '去之前先打个电话，别让老人干等', backs: 11, answer: { outcome: 'adopted', text: '写进第一步了，每次都先打。' } },
  { kind: 'add', point: null, text: '能不能请剃头师傅一起上门', backs: 6, answer: { outcome: 'partly', text: '第六周聚的时候请一位来，上门排不过来。' } },
  { kind: 'add', point: null, text: '晚上也安排人', backs: 2, answer: { outcome: 'no', text: '晚上上门不放心，白天多排两趟。' } },
  { kind: 'object', point: 2, text: '一家两位怕生，先来一位熟的', backs: 0, answer: { outcome: 'adopted', text: '第一次由楼组长陪着去。' } },
];
const OPEN_HOURS = 20;

/** The plan as it was changed after what neighbours said. */
const heard = (plan: NeedProjectPlanInput): NeedProjectPlanInput => ({ ...plan, steps: plan.steps.map((step, index) => (index === 0 ? { ...step, text: '每次去之前先打电话，问喜欢聊什么' } : index === 1 ? { ...step, text: '结对，第一次由楼组长陪着去' } : step)) });

/** A project whose neighbours were asked, closed by hand and answered before it was planned. */
export function tellAnsweredConsult(stage: Stage, projectId: string, owner: Member, people: readonly Member[], openedAtMs: number): void {
  const { town } = stage;
  const { consults, words } = town.consulting;
  const { _id: consultId } = ask(stage, projectId, owner, IN_DAYS, openedAtMs);
  speak(stage, consults.get(consultId), people, ANSWERED);
  const closedMs = openedAtMs + OPEN_HOURS * HOUR_MS;
  consults.act(consultId, closedMs, (consult) => decideClose(consult, owner, stepOf(owner._id, `close-${consultId}`, closedMs)));
  const countedMs = closedMs + RULES.consult.countMs;
  countedAt(stage, consultId, countedMs);
  for (const word of words.values()) {
    const answer = ANSWERED.find(({ text }) => text === word.text)?.answer;
    if (word.consultId === consultId && answer !== undefined) words.set(word._id, { ...word, isUnanswered: false, answer: { ...answer, byId: owner._id, atMs: countedMs + HOUR_MS } });
  }
  const changedMs = countedMs + HOUR_MS;
  town.needProjects.act(projectId, changedMs, (project) => decideSave(project, heard(project.plan), project.planVersion, owner, stepOf(owner._id, `heard-${projectId}`, changedMs)));
  const toldMs = changedMs + HOUR_MS;
  consults.act(consultId, toldMs, (consult) => decideFinish(consult, '大家最看重先打电话、有熟人带着。我们改了头两步，第六周请剃头师傅一起来。', town.needProjects.get(projectId).plan.steps, owner, stepOf(owner._id, `finish-${consultId}`, toldMs)));
  town.needProjects.act(projectId, toldMs, (project) => decideConsulted(project, consultId, toldMs));
}
