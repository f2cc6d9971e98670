import { type CampaignSubjectKind, type CampaignView, type CampaignWordsInput, LIMITS, MUTUAL_ROUTES, type NeedKind } from '@contract';
import type { PickedWish } from '@/components/wish-basket/basket';
import { type BudgetLineForm, NEW_BUDGET_LINE } from '@/lib/budget-uses';
import { chinaDate, chinaMoment, endOfChinaDay, parseYuan, yuanText } from '@/lib/format';
import { checkForm, type FormErrors, inFormWords } from '@/lib/form-errors';
import type { PhotoDraft } from '@/lib/use-photo-uploads';

export interface MilestoneForm {
  readonly text: string;
  /** YYYY-MM-DD, or empty. */
  readonly day: string;
}

export interface NeedForm {
  readonly kind: NeedKind;
  readonly text: string;
  readonly unit: string;
  readonly wanted: number;
  /** Kept from what was proposed before. */
  readonly activityId: string | null;
}

/** A campaign as it is typed: numbers as text, photos with how far they are. */
export interface CampaignForm {
  readonly title: string;
  readonly story: string;
  readonly pictureKey: CampaignWordsInput['pictureKey'];
  readonly photos: readonly PhotoDraft[];
  /** Wishes it comes from: none, one, or a bundle. */
  readonly wishes: readonly PickedWish[];
  readonly sinceText: string;
  readonly who: string;
  readonly done: string;
  readonly uses: string;
  readonly where: string;
  readonly subjectKind: CampaignSubjectKind;
  readonly hasMoney: boolean;
  readonly minimumText: string;
  readonly optimumText: string;
  readonly lines: readonly BudgetLineForm[];
  readonly voteDay: string;
  readonly voteTotal: string;
  readonly voteParticipants: string;
  readonly voteInFavour: string;
  readonly voteParticipantsArea: string;
  readonly voteInFavourArea: string;
  readonly votePapers: readonly PhotoDraft[];
  readonly consentDay: string;
  readonly consentCompany: string;
  readonly consentPapers: readonly PhotoDraft[];
  readonly needs: readonly NeedForm[];
  readonly milestones: readonly MilestoneForm[];
  readonly stageDays: number;
}

const USUAL_DAYS = 20;
const NEW_STEP: MilestoneForm = { text: '', day: '' };
export const NEW_NEED: NeedForm = { kind: 'goods', text: '', unit: '件', wanted: 1, activityId: null };

export const newCampaignForm = (wishId = ''): CampaignForm => ({
  title: '', story: '', pictureKey: 'hand', photos: [], wishes: wishId === '' ? [] : [{ wishId, title: '墙上那个心愿' }], sinceText: '', who: '', done: '', uses: '', where: '',
  subjectKind: 'place', hasMoney: true, minimumText: '', optimumText: '', lines: [NEW_BUDGET_LINE], voteDay: '', voteTotal: '', voteParticipants: '', voteInFavour: '', voteParticipantsArea: '', voteInFavourArea: '',
  votePapers: [], consentDay: '', consentCompany: '', consentPapers: [], needs: [], milestones: [NEW_STEP], stageDays: USUAL_DAYS,
});

const dayText = (atMs: number): string => {
  const { year, month, day } = chinaDate(atMs);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const DAY_MS = 86_400_000;
/** Noon of a day, or NaN for none: the schema then says what is wrong. */
const noonOf = (day: string): number => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? chinaMoment(Math.floor(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY_MS), 12) : NaN);
const endOf = (day: string): number => (Number.isNaN(noonOf(day)) ? NaN : endOfChinaDay(chinaDate(noonOf(day)).dayNumber));

/** As it stands on the server, for a phone on which it was not written: photos are the one thing it does not have. */
export function formOfCampaign(campaign: CampaignView): CampaignForm {
  const { ownersVote: vote, propertyConsent: consent, facts } = campaign;
  const percent = (thousandths: number): string => String(thousandths / 10);
  return {
    ...newCampaignForm(), title: campaign.title, story: campaign.story, pictureKey: campaign.pictureKey, wishes: campaign.wishes,
    sinceText: campaign.answerable.sinceText, who: facts.who, done: facts.done, uses: facts.uses, where: facts.where, subjectKind: campaign.subjectKind, hasMoney: campaign.minimumFen !== null,
    minimumText: yuanText(campaign.minimumFen), optimumText: yuanText(campaign.optimumFen),
    lines: campaign.budgetLines.map(({ useKey, text, amountFen }) => ({ useKey, text, amountText: yuanText(amountFen) })),
    ...(vote === null ? {} : { voteDay: dayText(vote.votedAtMs), voteTotal: String(vote.total), voteParticipants: String(vote.participants), voteInFavour: String(vote.inFavour), voteParticipantsArea: percent(vote.participantsAreaShare), voteInFavourArea: percent(vote.inFavourAreaShare) }),
    ...(consent === null ? {} : { consentDay: dayText(consent.atMs), consentCompany: consent.company }),
    needs: campaign.needs.map(({ kind, text, unit, wanted, activityId }) => ({ kind, text, unit, wanted, activityId })),
    milestones: campaign.milestones.map(({ text, dueAtMs }) => ({ text, day: dayText(dueAtMs) })), stageDays: campaign.stage.days,
  };
}

const sent = (photos: readonly PhotoDraft[]): string[] => photos.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : NaN);
/** 82.5 percent are 825 thousandths. */
const thousandths = (text: string): number => (/^\d{1,3}(\.\d)?$/.test(text.trim()) ? Math.round(Number(text.trim()) * 10) : NaN);
const fen = (text: string): number => parseYuan(text) ?? NaN;

export const moneyOf = ({ minimumText, optimumText, lines }: Pick<CampaignForm, 'minimumText' | 'optimumText' | 'lines'>) => ({
  minimumFen: fen(minimumText),
  optimumFen: optimumText.trim() === '' ? fen(minimumText) : fen(optimumText),
  lines: lines.map(({ useKey, text, amountText }) => ({ useKey, text: text.trim(), amountFen: fen(amountText) })),
});

export const milestonesOf = (milestones: readonly MilestoneForm[]) => milestones.map(({ text, day }) => ({ text: text.trim(), dueAtMs: endOf(day) }));

const isVoteBegun = (form: CampaignForm): boolean => form.subjectKind === 'place' && (form.voteDay !== '' || form.voteTotal !== '' || form.votePapers.length > 0);
const isConsentBegun = (form: CampaignForm): boolean => form.subjectKind === 'place' && (form.consentDay !== '' || form.consentCompany !== '' || form.consentPapers.length > 0);

function goalOf(form: CampaignForm): unknown {
  if (form.subjectKind === 'person') return { subjectKind: 'person' };
  return {
    subjectKind: form.subjectKind,
    money: form.hasMoney ? moneyOf(form) : null,
    ownersVote: isVoteBegun(form) ? { votedAtMs: noonOf(form.voteDay), participants: whole(form.voteParticipants), total: whole(form.voteTotal), inFavour: whole(form.voteInFavour), participantsAreaShare: thousandths(form.voteParticipantsArea), inFavourAreaShare: thousandths(form.voteInFavourArea), fileIds: sent(form.votePapers) } : null,
    propertyConsent: isConsentBegun(form) ? { atMs: noonOf(form.consentDay), company: form.consentCompany.trim(), fileIds: sent(form.consentPapers) } : null,
  };
}

/** An idea of one's own, one wish, or a bundle of them. */
function sourceOf({ wishes }: CampaignForm): CampaignWordsInput['source'] {
  const [first] = wishes;
  if (first === undefined) return { kind: 'topic' };
  return wishes.length === 1 ? { kind: 'wish', wishId: first.wishId } : { kind: 'needs', wishIds: wishes.map(({ wishId }) => wishId) };
}

/** What is sent; numbers that are none become NaN and are told beside their field by the schema. */
const wordsOf = (form: CampaignForm): unknown => ({
  title: form.title, story: form.story, pictureKey: form.pictureKey, photos: sent(form.photos), source: sourceOf(form), sinceText: form.sinceText,
  facts: { who: form.who, done: form.done, uses: form.uses, where: form.where },
  goal: goalOf(form),
  needs: form.needs.map(({ kind, text, unit, wanted, activityId }) => ({ kind, text: text.trim(), unit: kind === 'hours' ? '人' : unit.trim(), wanted, activityId })),
  milestones: milestonesOf(form.milestones), stageDays: form.stageDays,
});

/** The sums of the lines must lie between the least and the best: said here, in yuan. */
export function linesError({ minimumText, optimumText, lines }: Pick<CampaignForm, 'minimumText' | 'optimumText' | 'lines'>): string | null {
  const { minimumFen, optimumFen, lines: asked } = moneyOf({ minimumText, optimumText, lines });
  const sumFen = asked.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (Number.isNaN(sumFen) || Number.isNaN(minimumFen) || Number.isNaN(optimumFen)) return null;
  if (sumFen < minimumFen) return `加起来 ${yuanText(sumFen)} 元，比最低的 ${yuanText(minimumFen)} 元少`;
  return sumFen > optimumFen ? `加起来 ${yuanText(sumFen)} 元，比最好的 ${yuanText(optimumFen)} 元多` : null;
}

export type CampaignCheck = { readonly words: CampaignWordsInput; readonly errors: null } | { readonly words: null; readonly errors: FormErrors };

/** The same schema as on the server; errors by the path of the field, e.g. `goal.money.lines.0.text`. */
export function checkCampaignForm(form: CampaignForm): CampaignCheck {
  const checked = checkForm(MUTUAL_ROUTES['mutual.propose'].input, wordsOf(form));
  const sums = form.subjectKind !== 'person' && form.hasMoney ? linesError(form) : null;
  if (checked.isOk && sums === null) return { words: checked.value, errors: null };
  const errors = checked.isOk ? {} : inFormWords(checked.errors);
  return { words: null, errors: sums === null ? errors : { 'goal.money.lines': sums, ...errors } };
}

export const canAddStep = ({ milestones }: Pick<CampaignForm, 'milestones'>): boolean => milestones.length < LIMITS.milestonesPerCampaign;
export const canAddNeed = ({ needs }: CampaignForm): boolean => needs.length < LIMITS.needsPerCampaign;
export const newStep = (): MilestoneForm => NEW_STEP;
