import type { BackEntryInput, ServiceKind } from '@contract';
import { momentsOf, timesProblem, type TimesForm } from './times-form';

/** A back entry as it is filled in, kept on the phone until it was sent. */
export interface BackEntryForm extends TimesForm {
  /** Whose hours: one's own, or those of somebody with this code. */
  readonly isOwn: boolean;
  readonly memberCode: string;
  readonly kind: ServiceKind;
  readonly title: string;
  readonly organiserName: string;
  readonly placeText: string;
  readonly reason: string;
  readonly secondCode: string;
}

export const EMPTY_BACK_ENTRY: BackEntryForm = { isOwn: true, memberCode: '', kind: 'volunteerService', title: '', organiserName: '', placeText: '', day: '', from: '', to: '', reason: '', secondCode: '' };

const CODE = /^[A-Z0-9]{8}$/;
/** A code as it is typed: no spaces, capitals. */
export const codeText = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

/** The first thing that is not yet right; null when it can be sent. At a shift its own words stand, so they are not asked for. */
export function backEntryProblem(form: BackEntryForm, isAtShift: boolean, ownCode: string, nowMs: number): string | null {
  if (!form.isOwn && !CODE.test(form.memberCode)) return 'TA 的编号是 8 位字母和数字，在 TA 的“我的”里。';
  if (!isAtShift && form.title.trim() === '') return '请写做了什么。';
  if (!isAtShift && form.organiserName.trim() === '') return '请写是谁组织的。';
  const problem = timesProblem(form, nowMs);
  if (problem !== null) return problem;
  if (form.reason.trim() === '') return '请写一句当时为什么没记上。';
  if (!CODE.test(form.secondCode)) return '在场那位的编号是 8 位字母和数字，在 TA 的“我的”里。';
  if (form.secondCode === ownCode || (!form.isOwn && form.secondCode === form.memberCode)) return '要请另一位当时在场的人来确认，不能是本人，也不能是您自己。';
  return null;
}

/** Only of a form without problems. */
export function backEntryInputOf(form: BackEntryForm, shiftId: string | null): BackEntryInput {
  const moments = momentsOf(form);
  if (moments === null) throw new Error('the times of the form are missing');
  const words = shiftId === null ? { title: form.title.trim(), organiserName: form.organiserName.trim(), placeText: form.placeText.trim() } : { title: '', organiserName: '', placeText: '' };
  return { memberCode: form.isOwn ? null : form.memberCode, shiftId, kind: form.kind, title: words.title, organiserName: words.organiserName, placeText: words.placeText, fromMs: moments.fromMs, toMs: moments.toMs, reason: form.reason.trim(), secondCode: form.secondCode };
}
