import { isConsultCoherent } from '../../cloudfunctions/core/consult/consult';
import { isNeedProjectCoherent } from '../../cloudfunctions/core/need-project/need-project';
import { HOUR_MS, NEIGHBOUR, POSTER, STAFF, STREET, type Community } from '../flows/support/community';
import { consultOf, counted, openedConsult, voicesIn, wordsIn } from '../flows/support/consult-steps';
import { GOODS_PLAN, needTown, openedProjects, projectOf } from '../flows/support/need-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

/** A project in planning, in a community of its own. */
const drafted = async (community: Community): Promise<string> => (await openedProjects(community, { ...GOODS_PLAN, communityId: await needTown(community, 22, [1]) }))[0]?._id ?? '';

/** Two who live elsewhere take part as group owners of the whole street. */
const SPEAKERS = [POSTER, NEIGHBOUR] as const;

const isSound = (community: Community, consultId: string): boolean => {
  const consult = consultOf(community, consultId);
  return isConsultCoherent(consult) && isNeedProjectCoherent(projectOf(community, consult.projectId)) && (consult.wakeAtMs > community.nowMs() - HOUR_MS || consult.pendingEvents === 0);
};

const open = async (community: Community): Promise<string> => openedConsult(community, await drafted(community), 14);

/** Closed, with one addition that somebody backs and one objection, both without an answer; by people of its own, whose points meet no cap. */
const answering = async (community: Community, poster: string, giver: string): Promise<{ readonly consultId: string; readonly wordIds: readonly string[] }> => {
  for (const openid of [poster, giver]) await community.grant(openid, 'groupOwner', STREET);
  const consultId = await open(community);
  const add = await community.must(poster, 'consult.say', { consultId, kind: 'add', point: null, text: '先打个电话' });
  await community.must(giver, 'consult.back', { consultId, wordId: add.wordId, isBacked: true });
  const objection = await community.must(giver, 'consult.say', { consultId, kind: 'object', point: 1, text: '太赶了' });
  await community.must(STAFF, 'consult.judge', { consultId, wordId: objection.wordId, isShown: true });
  await community.must(STAFF, 'consult.close', { consultId });
  await counted(community);
  return { consultId, wordIds: [add.wordId, objection.wordId] };
};

/** Planning together, killed at any database call. */
const cases: readonly KilledCase[] = [
  {
    route: 'consult.open',
    prepare: async (community) => {
      const projectId = await drafted(community);
      const consultId = (): string => projectOf(community, projectId).consultId ?? '';
      return { caller: STAFF, input: { projectId, days: 14 }, subjectIds: () => [projectId, consultId()], happened: () => projectOf(community, projectId).isConsulting && community.document('consults', consultId()) !== null && isSound(community, consultId()) };
    },
  },
  {
    route: 'consult.rank',
    prepare: async (community) => {
      const consultId = await open(community);
      return { caller: POSTER, input: { consultId, points: [1, 3] }, subjectIds: () => [consultId], happened: () => voicesIn(community, consultId).map(({ picks }) => picks.join()).join(';') === '1,3' && isSound(community, consultId) };
    },
  },
  {
    route: 'consult.say',
    prepare: async (community) => {
      const consultId = await open(community);
      return { caller: NEIGHBOUR, input: { consultId, kind: 'object', point: 2, text: '一天送完太赶' }, subjectIds: () => [consultId], happened: () => wordsIn(community, consultId).map(({ state }) => state).join() === 'waiting' && isSound(community, consultId) };
    },
  },
  {
    route: 'consult.back',
    prepare: async (community) => {
      const consultId = await open(community);
      const { wordId } = await community.must(POSTER, 'consult.say', { consultId, kind: 'add', point: null, text: '周末也来' });
      return { caller: NEIGHBOUR, input: { consultId, wordId, isBacked: true }, subjectIds: () => [consultId], happened: () => voicesIn(community, consultId).map(({ backs }) => backs.join()).join(';') === wordId && isSound(community, consultId) };
    },
  },
  {
    route: 'consult.withdraw',
    prepare: async (community) => {
      const consultId = await open(community);
      const { wordId } = await community.must(POSTER, 'consult.say', { consultId, kind: 'add', point: null, text: '周末也来' });
      return { caller: POSTER, input: { consultId, wordId }, subjectIds: () => [consultId], happened: () => wordsIn(community, consultId).every(({ state, text, isUnanswered }) => state === 'withdrawn' && text === '' && !isUnanswered) && isSound(community, consultId) };
    },
  },
  {
    route: 'consult.judge',
    prepare: async (community) => {
      const consultId = await open(community);
      const { wordId } = await community.must(NEIGHBOUR, 'consult.say', { consultId, kind: 'object', point: 1, text: '说到谁家的话' });
      await counted(community);
      return { caller: STAFF, input: { consultId, wordId, isShown: false, reason: '说到了谁家' }, subjectIds: () => [consultId], happened: () => wordsIn(community, consultId).every(({ state, isUnanswered }) => state === 'hidden' && !isUnanswered) && isSound(community, consultId) };
    },
  },
  {
    route: 'consult.close',
    prepare: async (community) => {
      const consultId = await open(community);
      await community.must(POSTER, 'consult.rank', { consultId, points: [1] });
      return { caller: STAFF, input: { consultId }, subjectIds: () => [consultId], happened: () => consultOf(community, consultId).state !== 'open' && isSound(community, consultId) };
    },
  },
  {
    route: 'consult.answer',
    prepare: async (community, poster, giver) => {
      const { consultId, wordIds } = await answering(community, poster, giver);
      return { caller: STAFF, input: { consultId, wordIds, outcome: 'partly', text: '分两天送' }, subjectIds: () => [consultId], happened: () => wordsIn(community, consultId).every(({ answer, isUnanswered }) => answer?.outcome === 'partly' && !isUnanswered) && isSound(community, consultId) };
    },
  },
  {
    route: 'consult.finish',
    prepare: async (community, poster, giver) => {
      const { consultId, wordIds } = await answering(community, poster, giver);
      await community.must(STAFF, 'consult.answer', { consultId, wordIds: [...wordIds], outcome: 'adopted', text: '照办' });
      return { caller: STAFF, input: { consultId, note: '先打电话，分两天送' }, subjectIds: () => [consultId], happened: () => consultOf(community, consultId).state === 'answered' && isSound(community, consultId) };
    },
  },
];

describeKilled(cases, {
  perHour: 1,
  setUp: async (community) => {
    await community.grant(STAFF, 'staff', STREET);
    for (const openid of SPEAKERS) await community.grant(openid, 'groupOwner', STREET);
  },
});
