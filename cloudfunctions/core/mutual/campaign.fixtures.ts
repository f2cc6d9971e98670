import type { CampaignWordsInput } from '@contract';
import { carriedOut } from '../aggregate/aggregate.fixtures';
import type { Change } from '../aggregate/change';
import { applyChange } from '../aggregate/change';
import { DAY_MS } from '../kernel/clock';
import type { Result } from '../kernel/result';
import type { LaneGround } from '../lane/lane-setting';
import type { Member } from '../member/member';
import { stepBy } from '../shift/shift.fixtures';
import { COMMUNITY, member, roleOf, START_MS } from '../wish/wish.fixtures';
import type { Campaign } from './campaign';
import type { CampaignEvent } from './campaign-event';
import { decideDecision } from './decide-campaign';
import type { OpeningFacts } from './open-campaign';
import { decideSubmit, newCampaign, type CampaignOutcome } from './propose-campaign';

export const proposer = member('m_zheng', { displayName: '郑洪' });
export const judge = member('m_he', { displayName: '何静', roles: [roleOf('staff', COMMUNITY)] });
export const secondJudge = member('m_qian', { displayName: '钱多', roles: [roleOf('staff', COMMUNITY)] });

export const ground: LaneGround = {
  lane: 'mutual', areaId: 'd01-s01', groundText: '慈善法第一百二十二条', documentNo: '云溪民〔2026〕12 号', lawyerCheckedAtMs: START_MS, responsibleName: '郑主任',
  collector: { kind: 'subMerchant', subMchId: '1900001109', entityName: '云溪区慈善会' }, recordedById: 'm_admin', accountingAgentId: 'm_agent',
};
export const openFacts: OpeningFacts = { ground, hasOverdueElsewhere: false };

export const vote = { votedAtMs: START_MS - 20 * DAY_MS, participants: 60, total: 72, inFavour: 55, participantsAreaShare: 840, inFavourAreaShare: 910, fileIds: ['cloud://x/uploads/m_zheng/vote.jpg'] };
export const consent = { atMs: START_MS - 10 * DAY_MS, company: '枫林物业', fileIds: ['cloud://x/uploads/m_zheng/consent.jpg'] };

const line = { useKey: 'repair', text: '材料和施工', amountFen: 1_200_000 };
export const money = { minimumFen: 1_200_000, optimumFen: 1_800_000, lines: [line] };

export const words = (changes: Partial<CampaignWordsInput> = {}): CampaignWordsInput => ({
  title: '给 7 号楼门口修一条缓坡', story: '楼里有三位坐轮椅的老人，出门要人抬。', pictureKey: 'ramp', photos: [], source: { kind: 'topic' }, sinceText: '楼长，2019 年起管楼里的事',
  facts: { who: '7 号楼楼长郑洪，2019 年起管楼里的事。', done: '修过 2 个楼道扶手，账目都公开了。', uses: '材料 7,600 元、施工 4,000 元、验收 400 元。', where: '图纸已过审，12 日开工。' },
  goal: { subjectKind: 'things', money, ownersVote: null, propertyConsent: null },
  needs: [{ kind: 'goods', text: '防滑条', unit: '米', wanted: 12, activityId: null }],
  milestones: [{ text: '开工', dueAtMs: START_MS + 22 * DAY_MS }, { text: '验收', dueAtMs: START_MS + 40 * DAY_MS }],
  stageDays: 20,
  ...changes,
});

export const place = (): CampaignWordsInput => words({ goal: { subjectKind: 'place', money, ownersVote: vote, propertyConsent: consent } });
export const person = (): CampaignWordsInput => words({ title: '一起帮一位邻居搬家', story: '东西不多，缺几个人搭把手。', facts: { who: '楼长郑洪。', done: '帮过两家。', uses: '纸箱和推车。', where: '这周末搬。' }, goal: { subjectKind: 'person' } });

export const carried = (campaign: Campaign, decided: Result<CampaignOutcome>): Campaign => carriedOut<CampaignEvent, Campaign>(campaign, decided);
export const struck = (campaign: Campaign, change: Change<CampaignEvent>): Campaign => applyChange<CampaignEvent, Campaign>(campaign, change);

/** One act of somebody; each is an operation of its own. */
export const act = (who: Member, nowMs = START_MS) => stepBy(who, nowMs);

/** As the street's table calls the uses of these budgets. */
export const labels = new Map([['repair', '小修小补'], ['lights', '扶手和灯']]);

export const draft = (input = words()): Campaign => newCampaign(input, labels, proposer, act(proposer));
export const submitted = (input = words()): Campaign => carried(draft(input), decideSubmit(draft(input), proposer, act(proposer)));

/** Passed and, where nothing need be shown first, open. */
export const approved = (input = words(), facts = openFacts): Campaign => {
  const standing = submitted(input);
  return carried(standing, decideDecision(standing, { kind: 'approve' }, facts, judge, act(judge)));
};
