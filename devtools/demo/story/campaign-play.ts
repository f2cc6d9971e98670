import type { CampaignWordsInput } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { newCash, newOrder, type GiftDraft } from '../../../cloudfunctions/core/contribution/contribution';
import { decideConfirmCash } from '../../../cloudfunctions/core/contribution/handle-cash';
import { decideSeen } from '../../../cloudfunctions/core/contribution/see-order';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { LaneGround } from '../../../cloudfunctions/core/lane/lane-setting';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideDecision } from '../../../cloudfunctions/core/mutual/decide-campaign';
import { decideSubmit, newCampaign } from '../../../cloudfunctions/core/mutual/propose-campaign';
import type { CastKey } from '../community/cast';
import { at } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { Stage } from './stage';
import { DEMO_USE_LABELS } from './tell-fund';

/** What the demo's people do to a campaign, as the program decides it. */

export const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: deriveId('op', 'demo', 'campaign', about, actorId), inputHash: 'demo', nowMs });

export const memberOf = ({ town, people }: Stage, key: CastKey): Member => town.member(people.cast(key)._id);

/** As the street's lane stands (`tell-lanes`): the receiving entity's own account, and who keeps the books. */
export const groundOf = (stage: Stage): LaneGround => ({
  lane: 'mutual', areaId: 'cx-tf', groundText: '慈善法第一百二十二条；听枫街道关于社区内互助的办法', documentNo: '听街办〔2026〕21 号', lawyerCheckedAtMs: at('2026-09-10', '00:00'), responsibleName: '郑主任',
  collector: { kind: 'subMerchant', subMchId: '1900006891', entityName: '听枫街道社区公益服务中心' }, recordedById: stage.people.cast('luDistrict')._id, accountingAgentId: stage.people.cast('zhengStreet')._id,
});

/** Proposed, handed in, passed by staff a day later. */
export const begin = (stage: Stage, words: CampaignWordsInput, by: CastKey, proposedMs: number): string => {
  const { campaigns } = stage.town.campaigning;
  const proposer = memberOf(stage, by);
  const campaign = newCampaign(words, DEMO_USE_LABELS, proposer, stepOf(proposer._id, words.title, proposedMs));
  campaigns.insert(campaign, proposedMs);
  campaigns.act(campaign._id, proposedMs + 20 * MINUTE_MS, (found) => decideSubmit(found, memberOf(stage, by), stepOf(proposer._id, `submit ${words.title}`, proposedMs + 20 * MINUTE_MS)));
  const judge = memberOf(stage, 'heJing');
  const passedMs = proposedMs + DAY_MS;
  campaigns.act(campaign._id, passedMs, (found) => decideDecision(found, { kind: 'approve' }, { ground: groundOf(stage), hasOverdueElsewhere: false }, judge, stepOf(judge._id, `pass ${words.title}`, passedMs)));
  return campaign._id;
};

const draftOf = (stage: Stage, campaignId: string, amountFen: number, isAnonymous: boolean): GiftDraft => {
  const { title, communityId, areaIds } = stage.town.campaigning.campaigns.get(campaignId);
  return { target: { lane: 'mutual', campaignId, stage: 1 }, targetTitle: title, communityId, areaIds, amountFen, isAnonymous, matchBudgetId: null, matchedFen: 0 };
};

/** Ordered at the entity's account and paid two minutes later. */
export const give = (stage: Stage, campaignId: string, giver: Member, amountFen: number, atMs: number): void => {
  const { campaigns, contributions } = stage.town.campaigning;
  const acceptsUntilMs = campaigns.get(campaignId).stage?.endsAtMs ?? 0;
  const { collector } = groundOf(stage);
  if (collector?.kind !== 'subMerchant') throw new Error('the demo takes money by WeChat');
  const order = unwrap(newOrder(draftOf(stage, campaignId, amountFen, amountFen % 400 === 0), collector, { memberId: giver._id, name: giver.displayName }, acceptsUntilMs, stepOf(giver._id, `give ${campaignId}`, atMs)));
  contributions.insert(order, atMs);
  const paidAtMs = atMs + 2 * MINUTE_MS - 1_000;
  contributions.act(order._id, paidAtMs, (found) => decideSeen(found, { kind: 'paid', outTradeNo: order._id, subMchId: collector.subMchId, payerId: giver._id, amountFen, transactionId: `demo-${order._id}`, paidAtMs }, paidAtMs));
};

/** Brought to the station by somebody without a phone; entered by one, confirmed by another. */
export const bringCash = (stage: Stage, campaignId: string, giverName: string, amountFen: number, number: number, atMs: number): void => {
  const { contributions } = stage.town.campaigning;
  const [taker, checker] = [memberOf(stage, 'heJing'), memberOf(stage, 'zhouMin')];
  const receiptFileId = stage.pictures.take(taker._id, 'proof', 'notebook');
  const cash = unwrap(newCash({ ...draftOf(stage, campaignId, amountFen, false), giverId: null, giverName, receiptNo: `QF-${String(number).padStart(4, '0')}`, receiptFileId, entityName: groundOf(stage).collector?.entityName ?? '' }, { memberId: taker._id, name: taker.displayName }, stepOf(taker._id, `cash ${number}`, atMs)));
  contributions.insert(cash, atMs);
  contributions.act(cash._id, atMs + HOUR_MS, (found) => decideConfirmCash(found, checker, stepOf(checker._id, `counted ${number}`, atMs + HOUR_MS)));
};

/** So many whole yuan each that they come to the sum; the first takes what is left over. */
export const shareOf = (sumFen: number, people: number): readonly number[] => {
  const each = Math.floor(sumFen / people / 100) * 100;
  return Array.from({ length: people }, (_unused, index) => (index === 0 ? sumFen - each * (people - 1) : each));
};

/** Neighbours of the home community who had joined by then, none of them an administrator. */
export const neighboursBy = ({ people }: Stage, beforeMs: number): readonly Member[] =>
  people.members.filter(({ communityId, roles, joinedAtMs }) => communityId === HOME_COMMUNITY && roles.every(({ role }) => role !== 'administrator') && joinedAtMs < beforeMs);
