import * as v from 'valibot';
import { areaIdSchema, cursorSchema, fileIdSchema, idSchema, momentSchema, photosSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { CAMPAIGN_PICTURES, MONEY_SUBJECTS, type CampaignCardView, type CampaignGiverView, type CampaignState, type LedgerDayView, type MutualGetView } from './mutual-views';
import type { ContributionView } from './contribution.contract';
import { needsInputSchema } from './need.contract';
import { BUDGET, route } from './route';
import { DISCLOSURE_KINDS, photoJudgement } from './told-views';

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

const campaignRef = { campaignId: idSchema };
const fenSchema = v.pipe(v.number(), v.integer('金额要精确到分'), v.minValue(1, '至少 0.01 元'), v.maxValue(LIMITS.campaignFen, `最多 ${LIMITS.campaignFen / 100} 元`));
const countSchema = v.pipe(v.number(), v.integer('要是整数'), v.minValue(0), v.maxValue(100_000));
/** Thousandths of an area. */
const shareSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000));
const papersSchema = v.pipe(v.array(fileIdSchema), v.minLength(1, '请拍下纸质的凭据'), v.maxLength(LIMITS.papersPerCheck, `最多 ${LIMITS.papersPerCheck} 张`));
const factSchema = (empty: string) => textSchema(LIMITS.factCharacters, empty);

const moneySchema = v.pipe(
  v.strictObject({
    minimumFen: fenSchema,
    optimumFen: fenSchema,
    /** What it is to be spent on; together at least the minimum and at most the optimum. */
    lines: v.pipe(v.array(v.strictObject({ useKey: idSchema, text: textSchema(LIMITS.aidCharacters, '请写花在什么上'), amountFen: fenSchema })), v.minLength(1, '请写钱花在哪儿'), v.maxLength(LIMITS.linesPerBudget, `最多 ${LIMITS.linesPerBudget} 行`)),
  }),
  v.forward(v.partialCheck([['minimumFen'], ['optimumFen']], ({ minimumFen, optimumFen }) => minimumFen <= optimumFen, '最好的数不能比最低的少'), ['optimumFen']),
);

const ownersVoteSchema = v.strictObject({ votedAtMs: momentSchema, participants: countSchema, total: v.pipe(countSchema, v.minValue(1)), inFavour: countSchema, participantsAreaShare: shareSchema, inFavourAreaShare: shareSchema, fileIds: papersSchema });
const propertyConsentSchema = v.strictObject({ atMs: momentSchema, company: textSchema(LIMITS.nameCharacters, '请写物业公司的名字'), fileIds: papersSchema });

/** For a person there is no money: not a field that may be left empty, but none. */
const goalSchema = v.variant('subjectKind', [
  v.strictObject({ subjectKind: v.picklist(MONEY_SUBJECTS), money: v.nullable(moneySchema), ownersVote: v.nullable(ownersVoteSchema), propertyConsent: v.nullable(propertyConsentSchema) }),
  v.strictObject({ subjectKind: v.literal('person') }),
]);

const milestonesSchema = v.pipe(v.array(v.strictObject({ text: textSchema(LIMITS.aidCharacters, '请写这一步做什么'), dueAtMs: momentSchema })), v.minLength(1, '请写至少一步'), v.maxLength(LIMITS.milestonesPerCampaign, `最多 ${LIMITS.milestonesPerCampaign} 步`));
const daysSchema = v.pipe(v.number(), v.integer(), v.minValue(1, '至少一天'), v.maxValue(LIMITS.stageDays, `一段最长 ${LIMITS.stageDays} 天`));

/** What somebody proposes and may change until it is handed in. Whoever proposes answers for it. */
export const campaignWordsSchema = v.strictObject({
  title: textSchema(LIMITS.titleCharacters, '请写一句要办什么'),
  story: textSchema(LIMITS.storyCharacters, '请写为什么办、怎么办'),
  pictureKey: v.picklist(CAMPAIGN_PICTURES),
  photos: photosSchema(LIMITS.photosPerWish),
  source: v.variant('kind', [
    v.strictObject({ kind: v.literal('topic') }),
    v.strictObject({ kind: v.literal('wish'), wishId: idSchema }),
    v.strictObject({ kind: v.literal('needs'), wishIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(LIMITS.wishesPerCampaign)) }),
  ]),
  sinceText: factSchema('请写一句您是谁、管这事多久了'),
  facts: v.strictObject({ who: factSchema('请写谁在办'), done: factSchema('请写办过什么'), uses: factSchema('请写钱和东西用在哪'), where: factSchema('请写办到哪一步了') }),
  goal: goalSchema,
  needs: needsInputSchema,
  milestones: milestonesSchema,
  stageDays: daysSchema,
});
export type CampaignWordsInput = v.InferOutput<typeof campaignWordsSchema>;

const giftSchema = v.pipe(v.number('请填一个数'), v.integer('金额要精确到分'), v.minValue(1, '请写给多少'), v.maxValue(LIMITS.campaignFen, '数目太大了'));
const reasonSchema = textSchema(LIMITS.noteCharacters, '请写一句为什么，大家会看到');

/** What a command answers; its page is read anew. */
export interface CampaignRef {
  readonly campaignId: string;
  readonly state: CampaignState;
}

export const MUTUAL_ROUTES = {
  /** Of the reader's community, or of one they work in or have a shop in. */
  'mutual.list': route<Page<CampaignCardView>>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), shown: v.optional(v.picklist(['open', 'ended']), 'open'), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Those I proposed, whatever became of them. */
  'mutual.mine': route<Page<CampaignCardView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Three database requests however many gave; the links of photos are one more. Whoever is not of the community reads the title. */
  'mutual.get': route<MutualGetView>()({ input: v.strictObject(campaignRef), mutating: false, access: 'anonymous', requestBudget: BUDGET.command }),
  'mutual.propose': route<CampaignRef>()({ input: campaignWordsSchema, mutating: true, access: 'member', requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  'mutual.update': route<CampaignRef>()({ input: v.strictObject({ ...campaignRef, words: campaignWordsSchema }), mutating: true, access: 'member', requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  'mutual.submit': route<CampaignRef>()({ input: v.strictObject(campaignRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'mutual.withdraw': route<CampaignRef>()({ input: v.strictObject(campaignRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By staff of the community other than whoever proposed it. */
  'mutual.decide': route<CampaignRef>()({
    input: v.strictObject({ ...campaignRef, decision: v.variant('kind', [v.strictObject({ kind: v.literal('approve') }), v.strictObject({ kind: v.picklist(['ask', 'refuse']), note: reasonSchema })]) }),
    mutating: true, access: STAFF, requestBudget: BUDGET.asked,
  }),
  /** By one of its community, in WeChat: opens an order at the receiving entity's own account. The same operation again gives the same order. */
  'mutual.give': route<ContributionView>()({ input: v.strictObject({ ...campaignRef, amountFen: giftSchema, isAnonymous: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.pay }),
  /** Cash that staff took in with a paper receipt; another confirms it. `giverCode`: of a neighbour who has an account here. */
  'mutual.enterCash': route<ContributionView>()({
    input: v.strictObject({ ...campaignRef, amountFen: giftSchema, isAnonymous: v.boolean(), giverName: textSchema(LIMITS.nameCharacters, '请写是谁给的'), giverCode: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字'))), null), receiptNo: textSchema(LIMITS.documentNoCharacters, '请写收据编号'), photo: fileIdSchema }),
    mutating: true, access: STAFF, requestBudget: BUDGET.pay, quota: 'contentCheck',
  }),
  /** Of the stage that stands: whoever gave and did not get it back, as they wished to be named; the newest first. */
  'mutual.givers': route<Page<CampaignGiverView>>()({ input: v.strictObject({ ...campaignRef, cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.command }),
  /** Everything that came for this stage goes back by itself. */
  'mutual.cancel': route<CampaignRef>()({ input: v.strictObject({ ...campaignRef, reason: reasonSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** After the last one was reached and told of. */
  'mutual.nextStage': route<CampaignRef>()({ input: v.strictObject({ ...campaignRef, days: daysSchema, money: moneySchema, milestones: milestonesSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  'mutual.markMilestone': route<CampaignRef>()({ input: v.strictObject({ ...campaignRef, milestoneId: idSchema, note: reasonSchema, photos: photosSchema(LIMITS.photosPerProof) }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** A photo of a step or a report that the check was not sure of, by staff who neither answer for it nor sent it. Refuses CAMPAIGN_OWN, NOT_ALLOWED, CASE_STATE_CHANGED. */
  'mutual.judgePhoto': route<CampaignRef>()({ input: v.strictObject({ ...campaignRef, ...photoJudgement }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'mutual.report': route<CampaignRef>()({ input: v.strictObject({ ...campaignRef, kind: v.picklist(DISCLOSURE_KINDS), text: textSchema(LIMITS.storyCharacters, '请写办了什么、钱用在哪'), photos: photosSchema(LIMITS.photosPerWish) }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** After the final report. What is left goes to another campaign of the community or to its development fund; null when nothing is left. */
  'mutual.close': route<CampaignRef>()({
    input: v.strictObject({ ...campaignRef, reason: reasonSchema, leftover: v.nullable(v.variant('kind', [v.strictObject({ kind: v.literal('campaign'), campaignId: idSchema }), v.strictObject({ kind: v.literal('fund') })])) }),
    mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck',
  }),
} as const;

/** What the public ledger of a campaign answers (core/public-book). */
export const PUBLIC_BOOK_ROUTES = {
  'mutual.ledger': route<Page<LedgerDayView>>()({ input: v.strictObject({ ...campaignRef, cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** The whole ledger from its first day on as a table, a piece a call; the pieces together are the file. */
  'mutual.ledgerCsv': route<{ readonly text: string; readonly nextCursor: string | null }>()({ input: v.strictObject({ ...campaignRef, cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
} as const;
