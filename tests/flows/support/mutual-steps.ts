import type { CampaignView, CampaignWordsInput } from '@contract';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { campaignEscrow, communityReceived } from '../../../cloudfunctions/core/ledger/account';
import { postingsOf } from '../../../cloudfunctions/core/ledger/posting';
import { placeOf, type Transfer } from '../../../cloudfunctions/core/ledger/transfer';
import type { Campaign } from '../../../cloudfunctions/core/mutual/campaign';
import { COMMUNITY, DAY_MS, NEIGHBOUR, STAFF, STREET, type Community } from './community';
import { writeUses } from './fund-steps';
import { bringStreetAdmin, openLane } from './lane-steps';
import { passPublicity } from './publicity-steps';

/** Staff beside the community's: what one answers for, another decides. */
export const COLLEAGUE = 'oTestStaffQian';

/** The lane with its collector, a second one of the staff, and what money may be spent on. */
export const openMutual = async (community: Community): Promise<void> => {
  await bringStreetAdmin(community);
  await community.join(COLLEAGUE, '钱多', COMMUNITY);
  await community.grant(COLLEAGUE, 'staff', COMMUNITY);
  await openLane(community, 'mutual');
  await writeUses(community);
};

/** On the street's table as `writeUses` writes it. */
const REPAIR_USE = deriveId('u', STREET, '公共部位小修小补');

export const budget = { minimumFen: 100_000, optimumFen: 150_000, lines: [{ useKey: REPAIR_USE, text: '材料', amountFen: 120_000 }] };

/** Something shared, with money and goods; nothing need be shown first. */
export const campaignWords = (community: Community, changes: Partial<CampaignWordsInput> = {}): CampaignWordsInput => ({
  title: '楼下添一张长椅', story: '等车的老人没地方坐。', pictureKey: 'tool', photos: [], source: { kind: 'topic' }, sinceText: '楼长，2019 年起管楼里的事',
  facts: { who: '楼长刘洋，2019 年起。', done: '修过扶手，账都公开了。', uses: '木料和油漆。', where: '木匠说两周做好。' },
  goal: { subjectKind: 'things', money: budget, ownersVote: null, propertyConsent: null },
  needs: [{ kind: 'goods', text: '防滑条', unit: '米', wanted: 12, activityId: null }],
  milestones: [{ text: '做好装上', dueAtMs: community.nowMs() + 40 * DAY_MS }],
  stageDays: 20,
  ...changes,
});

/** A common part of a building: the owners' vote and the property company's consent on paper. */
export const placeWords = async (community: Community, by = NEIGHBOUR): Promise<CampaignWordsInput> => {
  const nowMs = community.nowMs();
  const fileIds = [await community.upload(by, 'campaignPaper')];
  const ownersVote = { votedAtMs: nowMs - 20 * DAY_MS, participants: 60, total: 72, inFavour: 55, participantsAreaShare: 840, inFavourAreaShare: 910, fileIds };
  return campaignWords(community, { title: '给 7 号楼门口修一条缓坡', pictureKey: 'ramp', goal: { subjectKind: 'place', money: budget, ownersVote, propertyConsent: { atMs: nowMs - 10 * DAY_MS, company: '枫林物业', fileIds } } });
};

export const submittedCampaign = async (community: Community, words = campaignWords(community), by = NEIGHBOUR): Promise<string> => {
  const { campaignId } = await community.must(by, 'mutual.propose', words);
  await community.must(by, 'mutual.submit', { campaignId });
  return campaignId;
};

/** Open; what must be shown first was. */
export const openCampaign = async (community: Community, words = campaignWords(community), by = NEIGHBOUR, staff = STAFF): Promise<string> => {
  const campaignId = await submittedCampaign(community, words, by);
  const { state } = await community.must(staff, 'mutual.decide', { campaignId, decision: { kind: 'approve' } });
  if (state === 'publicity') await passPublicity(community, campaignOf(community, campaignId).publicityId ?? '');
  return campaignId;
};

export const campaignOf = (community: Community, campaignId: string): Campaign => {
  const found = community.document<Campaign>('campaigns', campaignId);
  if (found === null) throw new Error(`no campaign ${campaignId}`);
  return found;
};

/** The page of one of its community. */
export const pageOf = async (community: Community, openid: string, campaignId: string): Promise<CampaignView> => {
  const seen = await community.must(openid, 'mutual.get', { campaignId });
  if (seen.audience === 'outsider') throw new Error(`${openid} is no member`);
  return seen;
};

/** Moves the clock just beyond the end of the stage and lets it be counted. */
export const endStage = async (community: Community, campaignId: string): Promise<void> => {
  await community.advance(Math.max(0, (campaignOf(community, campaignId).stage?.endsAtMs ?? 0) + 1_000 - community.nowMs()));
  for (let runs = 0; runs < 5; runs += 1) {
    await community.runJobs();
    await community.advance(61_000);
  }
};

type Stored = Parameters<Community['cloud']['cloud']['store']['write']>[2];

/** What no test can bring about call by call: documents as they would stand after very many. */
export const place = (community: Community, collection: string, documents: readonly { readonly _id: string }[]): void => {
  const { store } = community.cloud.cloud;
  for (const document of documents) store.write(store.get(collection), document._id, document as unknown as Stored);
};

/** Posted money on its way into a shared account's fold, as confirming a gift leaves it behind. */
export const postedGift = (campaignId: string, number: number, amountFen: number, atMs: number, changes: { readonly from?: string; readonly to?: string; readonly cause?: { readonly kind: string; readonly aggregateId: string; readonly text: string } } = {}) => {
  const debitAccount = changes.from ?? communityReceived(COMMUNITY);
  const creditAccount = changes.to ?? campaignEscrow(campaignId, 1);
  const transfer: Transfer = {
    _id: `t_${campaignId}_${number}`, asset: 'CNY', phase: 'posted', pendingId: null, reversesId: null, debitAccount, creditAccount, accounts: [debitAccount, creditAccount], amount: amountFen, lots: {},
    cause: changes.cause ?? { kind: 'give', aggregateId: `gv_${campaignId}_${number}`, text: '' }, communityId: COMMUNITY, createdAtMs: atMs, place: placeOf(atMs, `t_${campaignId}_${number}`), dueAtMs: null, whenDue: null, validUntilMs: null,
  };
  return { transfer, postings: postingsOf(transfer), giver: { _id: `mutual:${campaignId}:1_m_${number}`, firstContributionId: transfer.cause.aggregateId } };
};

/** Gifts that were confirmed, each of somebody else; `jobs` folds them and writes the ledger. */
export const placeGifts = (community: Community, campaignId: string, amountsFen: readonly number[], first = 1): void => {
  const gifts = amountsFen.map((amountFen, index) => postedGift(campaignId, first + index, amountFen, community.nowMs()));
  place(community, 'transfers', gifts.map(({ transfer }) => transfer));
  place(community, 'campaignGivers', gifts.map(({ giver }) => giver));
  place(community, 'postings', gifts.flatMap(({ postings }) => postings));
};
