import { LIMITS, type CompanionView, type Relation, type SignUpInput } from '@contract';

/** What a person fills in before they sign up; with nothing filled in they come alone, which is most of them. */
export interface SignUpForm {
  readonly isSelf: boolean;
  readonly companions: readonly CompanionView[];
  readonly hasConsent: boolean;
  readonly answers: readonly string[];
  readonly phone: string;
}

export const EMPTY_SIGN_UP: SignUpForm = { isSelf: true, companions: [], hasConsent: false, answers: [], phone: '' };

export const NEW_COMPANION: CompanionView = { name: '', relation: 'parent', isMinor: false };

export const seatsOf = ({ isSelf, companions }: Pick<SignUpForm, 'isSelf' | 'companions'>): number => (isSelf ? 1 : 0) + companions.length;

export const canAddCompanion = ({ companions }: SignUpForm): boolean => companions.length < LIMITS.companionsPerSignUp;

/** A child is a minor; whoever picks another relation may still be one. */
export const withRelation = (companion: CompanionView, relation: Relation): CompanionView => ({ ...companion, relation, isMinor: relation === 'child' ? true : companion.relation === 'child' ? false : companion.isMinor });

/** The first thing that is not yet right, in a sentence; null when it can be sent. The server checks the same again. */
export function signUpProblem(form: SignUpForm, mayBringMinors: boolean): string | null {
  if (seatsOf(form) === 0) return '先写上谁来，或者勾上“我自己来”。';
  if (form.companions.some(({ name }) => name.trim() === '')) return '一起来的人，请写怎么称呼。';
  const hasMinor = form.companions.some(({ isMinor }) => isMinor);
  if (hasMinor && !mayBringMinors) return '这次只请成年人，孩子下回再来。';
  if (hasMinor && !form.isSelf) return '带孩子的，监护人要一起来，请勾上“我自己来”。';
  if (form.companions.length > 0 && !form.hasConsent) return '请先问过他们，再勾上“他们同意了”。';
  if (form.phone !== '' && !/^1\d{10}$/.test(form.phone)) return '手机号是 11 位数字，也可以不写。';
  return null;
}

export const signUpInputOf = (shiftId: string, form: SignUpForm, questions: readonly string[], ifFull: 'wait' | 'similar'): SignUpInput => ({
  shiftId,
  isSelf: form.isSelf,
  companions: form.companions.map((companion) => ({ ...companion, name: companion.name.trim() })),
  hasConsent: form.companions.length > 0 && form.hasConsent,
  answers: questions.map((_question, index) => form.answers[index]?.trim() ?? ''),
  phone: form.phone === '' ? null : form.phone,
  ifFull,
});

/** Both ids of the record of a sign-up, as a task of staff names it: a shift's, then that of somebody's sign-up (core/shift/sign-up-record). */
export const signUpOf = (recordId: string): { readonly shiftId: string; readonly signUpId: string } => {
  const at = recordId.indexOf('_m_');
  return at === -1 ? { shiftId: '', signUpId: '' } : { shiftId: recordId.slice(0, at), signUpId: recordId.slice(at + 1) };
};
