import { type DirectedForKind, type DirectedSubjectKind, type DirectedView, directedWordsSchema, type DirectedWordsInput, type GiverInput, LIMITS, type ThingKind } from '@contract';
import type { PickedWish } from '@/components/wish-basket/basket';
import { type BudgetLineForm, NEW_BUDGET_LINE } from '@/lib/budget-uses';
import { parseYuan, yuanText } from '@/lib/format';
import { checkForm, type FormErrors, inFormWords } from '@/lib/form-errors';

export interface ThingForm {
  readonly kind: ThingKind;
  readonly text: string;
  readonly countText: string;
  readonly unit: string;
}

/** A gift as it is typed: numbers as text. */
export interface DirectedForm {
  readonly subjectKind: DirectedSubjectKind;
  readonly forKind: DirectedForKind;
  readonly forName: string;
  readonly wishes: readonly PickedWish[];
  readonly title: string;
  readonly purpose: string;
  readonly hasMoney: boolean;
  readonly amountText: string;
  readonly lines: readonly BudgetLineForm[];
  readonly things: readonly ThingForm[];
  readonly conditions: string;
  readonly isAnonymous: boolean;
}

export const NEW_THING: ThingForm = { kind: 'goods', text: '', countText: '', unit: '' };

export const EMPTY_DIRECTED: DirectedForm = { subjectKind: 'matter', forKind: 'project', forName: '', wishes: [], title: '', purpose: '', hasMoney: true, amountText: '', lines: [NEW_BUDGET_LINE], things: [], conditions: '', isAnonymous: false };

/** As it stands on the server, for a phone on which it was not written. */
export function formOfDirected(gift: DirectedView): DirectedForm {
  const { subjectKind, forKind, forText, title, purpose, amountFen, lines, things, conditions, isAnonymous, wishes } = gift;
  return {
    subjectKind, forKind, forName: forKind === 'needs' ? '' : forText, wishes, title, purpose, hasMoney: amountFen !== null, amountText: yuanText(amountFen),
    lines: amountFen === null ? EMPTY_DIRECTED.lines : lines.map((line) => ({ useKey: line.useKey, text: line.text, amountText: yuanText(line.amountFen) })),
    things: things.map(({ kind, text, count, unit }) => ({ kind, text, countText: String(count), unit })), conditions, isAnonymous,
  };
}

const fen = (text: string): number => parseYuan(text) ?? NaN;

const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : NaN);

const thingsOf = (things: readonly ThingForm[]) => things.map(({ kind, text, countText, unit }) => ({ kind, text: text.trim(), count: whole(countText), unit: unit.trim() }));

/** Whether money is part of it: for a person there is none, whatever was typed before. */
export const givesMoney = ({ subjectKind, hasMoney }: Pick<DirectedForm, 'subjectKind' | 'hasMoney'>): boolean => subjectKind === 'matter' && hasMoney;

function forOf({ forKind, forName, wishes }: DirectedForm): unknown {
  return forKind === 'needs' ? { kind: 'needs', wishIds: wishes.map(({ wishId }) => wishId) } : { kind: forKind, name: forName };
}

function whatOf(form: DirectedForm): unknown {
  const things = thingsOf(form.things);
  if (form.subjectKind === 'person') return { subjectKind: 'person', things };
  return { subjectKind: 'matter', money: givesMoney(form) ? { amountFen: fen(form.amountText), lines: form.lines.map(({ useKey, text, amountText }) => ({ useKey, text: text.trim(), amountFen: fen(amountText) })) } : null, things };
}

/** The lines together are exactly what is given: said here, in yuan. */
export function sumError({ amountText, lines }: Pick<DirectedForm, 'amountText' | 'lines'>): string | null {
  const amountFen = fen(amountText);
  const sumFen = lines.reduce((sum, line) => sum + fen(line.amountText), 0);
  if (Number.isNaN(amountFen) || Number.isNaN(sumFen) || sumFen === amountFen) return null;
  return `加起来 ${yuanText(sumFen)} 元，比要给的 ${yuanText(amountFen)} 元${sumFen < amountFen ? '少' : '多'}了 ${yuanText(Math.abs(sumFen - amountFen))} 元`;
}

export type DirectedCheck = { readonly words: DirectedWordsInput; readonly errors: null } | { readonly words: null; readonly errors: FormErrors };

/** The same schema as on the server; errors by the path of the field, e.g. `what.money.lines.0.text`. */
export function checkDirectedForm(form: DirectedForm): DirectedCheck {
  const { title, purpose, conditions, isAnonymous } = form;
  const checked = checkForm(directedWordsSchema, { title, purpose, for: forOf(form), what: whatOf(form), conditions, isAnonymous });
  const sums = givesMoney(form) ? sumError(form) : null;
  if (checked.isOk && sums === null) return { words: checked.value, errors: null };
  const errors = checked.isOk ? {} : inFormWords(checked.errors);
  return { words: null, errors: sums === null ? errors : { ...errors, 'what.money.lines': sums } };
}

export const canAddThing = ({ things }: Pick<DirectedForm, 'things'>): boolean => things.length < LIMITS.thingsPerGift;

/** Where it is offered: a shop gives where it is admitted; null is the giver's own community, which also lies in a wider area that the shop is admitted to. */
export function communityOfGiver(ownCommunityId: string, as: GiverInput): string | null {
  if (as.kind !== 'merchant' || as.areaId === null || as.areaId === ownCommunityId || ownCommunityId.startsWith(`${as.areaId}-`)) return null;
  return as.areaId;
}
