import type { Campaign } from '../../cloudfunctions/core/mutual/campaign';
import type { Contribution } from '../../cloudfunctions/core/contribution/contribution';
import { newReconciliation, reconciliationIdOf, type Reconciliation } from '../../cloudfunctions/core/reconciliation/reconciliation';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import { newTask } from '../../cloudfunctions/core/staff/task';
import { deriveId } from '../../cloudfunctions/core/kernel/ids';
import { COMMUNITY, DISTRICT, STAFF, STREET, type Community } from '../flows/support/community';
import { campaignOf, campaignWords, COLLEAGUE, openCampaign, openMutual, place, submittedCampaign } from '../flows/support/mutual-steps';
import { describeKilled, type Act, type KilledCase } from './support/killed-command';

/** A campaign's words, what is given for it and the bill that stands in, killed at any database call. */
const stateOf = (community: Community, campaignId: string): Campaign['state'] => campaignOf(community, campaignId).state;
const memberIdOf = async (community: Community, openid: string): Promise<string> => (await community.me(openid)).memberId;

const proposedBy = (community: Community, memberId: string): readonly Campaign[] => community.documents<Campaign>('campaigns').filter(({ answerable }) => answerable.memberId === memberId);
const giftsOf = (community: Community, campaignId: string): readonly Contribution[] => community.documents<Contribution>('contributions').filter(({ target }) => target.lane === 'mutual' && target.campaignId === campaignId);

const draft = async (community: Community, giver: string): Promise<string> => (await community.must(giver, 'mutual.propose', campaignWords(community))).campaignId;

const words: readonly KilledCase[] = [
  {
    route: 'mutual.propose',
    prepare: async (community, _poster, giver) => {
      const own = await memberIdOf(community, giver);
      return { caller: giver, input: campaignWords(community), subjectIds: () => proposedBy(community, own).map(({ _id }) => _id), happened: () => proposedBy(community, own).length === 1 };
    },
  },
  {
    route: 'mutual.update',
    prepare: async (community, _poster, giver) => {
      const campaignId = await draft(community, giver);
      return { caller: giver, input: { campaignId, words: campaignWords(community, { title: '楼下添两张长椅' }) }, subjectIds: () => [campaignId], happened: () => campaignOf(community, campaignId).title === '楼下添两张长椅' };
    },
  },
  {
    route: 'mutual.withdraw',
    prepare: async (community, _poster, giver) => {
      const campaignId = await submittedCampaign(community, campaignWords(community), giver);
      return { caller: giver, input: { campaignId }, subjectIds: () => [campaignId], happened: () => stateOf(community, campaignId) === 'withdrawn' };
    },
  },
];

/** An order that waited for long was closed meanwhile; what it brought about came once. */
const aboutGift = (community: Community, campaignId: string): Pick<Act, 'subjectIds' | 'happened'> => ({
  subjectIds: () => [campaignId],
  happened: () => {
    const given = giftsOf(community, campaignId);
    expect(community.documents<Transfer>('transfers').filter(({ phase, cause }) => phase === 'pending' && given.some(({ _id }) => _id === cause.aggregateId))).toHaveLength(given.length);
    return given.length === 1;
  },
});

const gifts: readonly KilledCase[] = [
  {
    route: 'mutual.give',
    prepare: async (community, poster, giver) => {
      const campaignId = await openCampaign(community, campaignWords(community), giver);
      return { caller: poster, input: { campaignId, amountFen: 2_000, isAnonymous: false }, ...aboutGift(community, campaignId) };
    },
  },
  {
    route: 'mutual.enterCash',
    prepare: async (community, _poster, giver) => {
      const campaignId = await openCampaign(community, campaignWords(community), giver);
      const input = { campaignId, amountFen: 2_000, isAnonymous: false, giverName: '楼下大爷', receiptNo: '0012', photo: await community.upload(COLLEAGUE, 'proof') };
      return { caller: COLLEAGUE, input, ...aboutGift(community, campaignId) };
    },
  },
];

let accounts = 0;

/** A day whose bill differs, as `jobs` leaves it behind with its task. */
const differentDay = (community: Community): string => {
  const day = '2026-11-18';
  const account = { subMchId: `19000${String((accounts += 1))}`, entityName: '云溪区慈善会', communityId: COMMUNITY, areaIds: [DISTRICT, STREET, COMMUNITY] };
  const reconciliationId = reconciliationIdOf(day, account.subMchId, account.communityId);
  const difference = { kind: 'paymentUnknown', number: 'gv_1', billFen: 100, booksFen: null } as const;
  const fresh = newReconciliation(day, account);
  const found: Reconciliation = { ...fresh, state: 'different', differences: [difference], differenceCount: 1, checkedAtMs: community.nowMs(), wakeAtMs: Number.MAX_SAFE_INTEGER };
  place(community, 'reconciliations', [found]);
  const task = { kind: 'openTask', taskId: deriveId('k', 'moneyDifference', reconciliationId), taskKind: 'moneyDifference', wishId: null, claimId: null, subjectId: reconciliationId, assignTo: null, areaIds: account.areaIds, title: '账和微信账单有 1 处不一样', reasonText: account.entityName, actionText: '打开看差在哪', dueAtMs: community.nowMs(), atMs: community.nowMs() } as const;
  place(community, 'tasks', [newTask(task)]);
  return reconciliationId;
};

const bills: readonly KilledCase[] = [
  {
    route: 'reconciliation.explain',
    prepare: (community) => {
      const reconciliationId = differentDay(community);
      return Promise.resolve({ caller: STAFF, input: { reconciliationId, words: '隔天才到账' }, subjectIds: () => [reconciliationId], happened: () => community.document<Reconciliation>('reconciliations', reconciliationId)?.state === 'explained' });
    },
  },
];

describeKilled([...words, ...gifts, ...bills], { perHour: 6, setUp: openMutual });
