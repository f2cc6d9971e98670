import type { CampaignWordsInput } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import type { OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { newNeeds } from '../pledge/need';
import { privateWordRefusal } from '../publicity/public-words';
import type { BudgetLine, Campaign, CampaignGoal, Milestone } from './campaign';
import { answersForIt } from './campaign-access';
import type { CampaignEvent } from './campaign-event';

/** By key, what the street's table calls a use. */
export type UseLabels = ReadonlyMap<string, string>;

export type CampaignOutcome = OutcomeOf<CampaignEvent>;

/** The words that others read. */
export const textsOf = (words: CampaignWordsInput): readonly string[] => [
  words.title, words.story, words.sinceText, ...Object.values(words.facts), ...words.needs.map(({ text, unit }) => `${text}${unit}`), ...words.milestones.map(({ text }) => text),
  ...moneyLinesOf(words).map(({ text }) => text),
];

/** Every file of it: photos, and the papers that staff read. */
export const filesOf = (words: CampaignWordsInput): readonly string[] => [...words.photos, ...(words.goal.subjectKind === 'person' ? [] : [...(words.goal.ownersVote?.fileIds ?? []), ...(words.goal.propertyConsent?.fileIds ?? [])])];

export const linesOf = (lines: readonly Omit<BudgetLine, 'lineId' | 'useLabel'>[], labels: UseLabels, from = 0): readonly BudgetLine[] => lines.map((line, index) => ({ lineId: `l${from + index + 1}`, useLabel: labels.get(line.useKey) ?? '', ...line }));

/** The lines of what is asked for; none where no money is. */
export const moneyLinesOf = ({ goal }: Pick<CampaignWordsInput, 'goal'>) => (goal.subjectKind === 'person' ? [] : (goal.money?.lines ?? []));

/** `from`: how many stand before them, so that those of a later stage have ids of their own. */
export const milestonesOf = (inputs: readonly Pick<Milestone, 'text' | 'dueAtMs'>[], from = 0): readonly Milestone[] =>
  inputs.map(({ text, dueAtMs }, index) => ({ milestoneId: `s${from + index + 1}`, text, dueAtMs, doneAtMs: null, note: '', photos: [] }));

/** Why a budget does not do; null when it does. */
export const budgetRefusal = (money: { readonly minimumFen: number; readonly optimumFen: number; readonly lines: readonly { readonly amountFen: number }[] } | null): Refusal | null => {
  if (money === null) return null;
  const sumFen = money.lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (sumFen >= money.minimumFen && sumFen <= money.optimumFen) return null;
  return { code: 'BAD_INPUT', fields: { lines: '花在哪儿的几样加起来，要在最低和最好之间' } };
};

/** Of a person nothing may be said that tells who they are or how they are. */
const personRefusal = (words: CampaignWordsInput): ReturnType<typeof privateWordRefusal> => {
  if (words.goal.subjectKind !== 'person') return null;
  const said: readonly (readonly [field: string, text: string])[] = [['title', words.title], ['story', words.story], ...Object.entries(words.facts).map(([key, text]) => [`facts.${key}`, text] as const), ...words.needs.map(({ text }) => ['needs', text] as const)];
  for (const [field, text] of said) {
    const refusal = privateWordRefusal(text, field);
    if (refusal !== null) return refusal;
  }
  return null;
};

/** Why these words can't stand; null when they can. */
export const wordsRefusal = (words: CampaignWordsInput, nowMs: number): Refusal | null => {
  const { goal } = words;
  const isEmpty = words.needs.length === 0 && (goal.subjectKind === 'person' || goal.money === null);
  if (isEmpty) return { code: 'BAD_INPUT', fields: { needs: '请写需要什么：东西、场地、人手，或者钱' } };
  if (words.milestones.some(({ dueAtMs }) => dueAtMs <= nowMs)) return { code: 'BAD_INPUT', fields: { milestones: '有一步的日子已经过了' } };
  const budget = goal.subjectKind === 'person' ? null : budgetRefusal(goal.money);
  return budget ?? personRefusal(words)?.refusal ?? null;
};

const goalOf = ({ goal }: CampaignWordsInput): CampaignGoal => {
  if (goal.subjectKind === 'person') return { subjectKind: 'person' };
  return { subjectKind: goal.subjectKind, money: goal.money === null ? null : { minimumFen: goal.money.minimumFen, optimumFen: goal.money.optimumFen } };
};

/** Owners vote about common parts only; elsewhere their papers are not kept. */
const partsOf = (words: CampaignWordsInput, labels: UseLabels) => {
  const { title, story, pictureKey, photos, source, facts, stageDays, goal } = words;
  const isPlace = goal.subjectKind === 'place';
  return {
    title, story, pictureKey, photos, source, facts, stageDays, goal: goalOf(words),
    budgetLines: linesOf(moneyLinesOf(words), labels),
    ownersVote: isPlace ? goal.ownersVote : null, propertyConsent: isPlace ? goal.propertyConsent : null,
    milestones: milestonesOf(words.milestones), needs: newNeeds(words.needs),
  };
};

export const campaignIdOf = (operationId: string): string => deriveId('cp', operationId);

/** Pure: a draft of a neighbour, who answers for it. */
export const newCampaign = (words: CampaignWordsInput, labels: UseLabels, proposer: Member, step: Step): Campaign => ({
  _id: campaignIdOf(step.operationId),
  state: 'draft',
  ...partsOf(words, labels),
  communityId: proposer.communityId,
  communityName: proposer.communityName,
  areaIds: proposer.areaIds.filter((areaId) => proposer.communityId === areaId || proposer.communityId.startsWith(`${areaId}-`)),
  answerable: { memberId: proposer._id, name: proposer.displayName, sinceText: words.sinceText },
  photoChecks: {}, stage: null, earlierStages: [], figures: null,
  collector: null, accountingAgentId: null, match: null,
  disclosures: [], isDisclosureOverdue: false, leftover: null, takenFrom: [], lookAgainAtMs: null, sweep: null,
  fundsLeftFen: 0, spendings: {},
  submissions: 0, approvedById: null, publicityId: null, note: '',
  createdAtMs: step.nowMs, updatedAtMs: step.nowMs, endedAtMs: null,
  shown: null, isLive: true,
  version: 1, steps: {}, inputHash: step.inputHash,
  ...bornWith<CampaignEvent>({ kind: 'created', ...bySomebody(step) }),
});

/** Whoever answers for it. */
const begin = (campaign: Campaign, actor: Member, step: Step): Result<CampaignOutcome> | null => (answersForIt(campaign, actor) ? knownStep(campaign.steps, step) : refuse('NOT_ALLOWED'));

/** Refusals: NOT_ALLOWED, CAMPAIGN_STATE_CHANGED, BAD_INPUT, PUBLIC_TEXT_PRIVATE, OPERATION_REUSED. */
export const decideUpdate = (campaign: Campaign, words: CampaignWordsInput, labels: UseLabels, actor: Member, step: Step): Result<CampaignOutcome> => {
  const begun = begin(campaign, actor, step);
  if (begun !== null) return begun;
  if (campaign.state !== 'draft') return refuse('CAMPAIGN_STATE_CHANGED');
  const refusal = wordsRefusal(words, step.nowMs);
  if (refusal !== null) return { ok: false, refusal };
  return accept(versionChanged<CampaignEvent>(campaign, step, { ...partsOf(words, labels), 'answerable.sinceText': words.sinceText, updatedAtMs: step.nowMs }, { kind: 'updated', ...bySomebody(step) }));
};

/** Refusals: NOT_ALLOWED, CAMPAIGN_STATE_CHANGED, CAMPAIGN_CHECKS_MISSING, BAD_INPUT, OPERATION_REUSED. */
export const decideSubmit = (campaign: Campaign, actor: Member, step: Step): Result<CampaignOutcome> => {
  const begun = begin(campaign, actor, step);
  if (begun !== null) return begun;
  if (campaign.state !== 'draft') return refuse('CAMPAIGN_STATE_CHANGED');
  if (campaign.milestones.some(({ dueAtMs }) => dueAtMs <= step.nowMs)) return refuse('BAD_INPUT', { message: '有一步的日子已经过了，改好再交。', fields: { milestones: '改一下日子' } });
  if (campaign.goal.subjectKind === 'place' && (campaign.ownersVote === null || campaign.propertyConsent === null)) return refuse('CAMPAIGN_CHECKS_MISSING');
  return accept(versionChanged<CampaignEvent>(campaign, step, { state: 'submitted', note: '', submissions: campaign.submissions + 1, updatedAtMs: step.nowMs }, { kind: 'submitted', ...bySomebody(step) }));
};

/** Before it opens. Refusals: NOT_ALLOWED, CAMPAIGN_STATE_CHANGED, OPERATION_REUSED. */
export const decideWithdraw = (campaign: Campaign, actor: Member, step: Step): Result<CampaignOutcome> => {
  const begun = begin(campaign, actor, step);
  if (begun !== null) return begun;
  const { state, publicityId } = campaign;
  if (state !== 'draft' && state !== 'submitted' && state !== 'publicity') return refuse('CAMPAIGN_STATE_CHANGED');
  return accept(versionChanged<CampaignEvent>(campaign, step, { state: 'withdrawn', endedAtMs: step.nowMs, updatedAtMs: step.nowMs }, { kind: 'withdrawn', was: state, publicityId: state === 'publicity' ? publicityId : null, ...bySomebody(step) }));
};
