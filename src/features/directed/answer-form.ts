import { type DirectedAnswerInput, type DirectedView, DIRECTED_ROUTES, LIMITS } from '@contract';
import { dayValue, endOfDayValue } from '@/lib/day-value';
import { formatMoney } from '@/lib/format';
import { checkForm, type FormErrors, inFormWords, withoutPrefix } from '@/lib/form-errors';

/** What staff write when they accept: four facts, who answers for it, and two days. */
export interface AnswerForm {
  readonly who: string;
  readonly done: string;
  readonly uses: string;
  readonly where: string;
  readonly isAnotherAnswerable: boolean;
  readonly code: string;
  /** YYYY-MM-DD. */
  readonly payDay: string;
  readonly reportDay: string;
}

const DAY_MS = 86_400_000;
const USUAL_PAY_DAYS = 14;
const USUAL_REPORT_DAYS = 90;

/** The last day that may be set for paying. */
export const lastPayDay = (nowMs: number): string => dayValue(nowMs + LIMITS.stageDays * DAY_MS);

/** What the plan itself says of the third fact: its lines and things, as far as they fit. */
function plannedUses({ lines, things }: Pick<DirectedView, 'lines' | 'things'>): string {
  const parts = [...lines.map(({ text, amountFen }) => `${text} ${formatMoney(amountFen)}`), ...things.map(({ text, count, unit }) => `${text} ${count} ${unit}`)];
  const told = parts.reduce((sum, part) => (`${sum}${sum === '' ? '' : '、'}${part}`.length < LIMITS.factCharacters ? `${sum}${sum === '' ? '' : '、'}${part}` : sum), '');
  return told === '' ? '' : `${told}。`;
}

export const newAnswer = (gift: Pick<DirectedView, 'lines' | 'things'>, nowMs: number): AnswerForm => ({
  who: '', done: '', uses: plannedUses(gift), where: '', isAnotherAnswerable: false, code: '', payDay: dayValue(nowMs + USUAL_PAY_DAYS * DAY_MS), reportDay: dayValue(nowMs + USUAL_REPORT_DAYS * DAY_MS),
});

const dayOrNone = (day: string): number => (day === '' ? NaN : endOfDayValue(day));

export type AnswerCheck = { readonly decision: Extract<DirectedAnswerInput, { kind: 'accept' }>; readonly errors: null } | { readonly decision: null; readonly errors: FormErrors };

/** The same schema as on the server; errors by the field's name, `facts.who`, `payByMs`. */
export function checkAnswer(directedId: string, form: AnswerForm, hasMoney: boolean): AnswerCheck {
  const { who, done, uses, where, isAnotherAnswerable, code, payDay, reportDay } = form;
  const payByMs = hasMoney ? dayOrNone(payDay) : null;
  const decision = { kind: 'accept', facts: { who, done, uses, where }, answerableCode: isAnotherAnswerable ? code.replace(/[^0-9A-Za-z]/g, '') : null, payByMs, reportByMs: dayOrNone(reportDay) } as const;
  const checked = checkForm(DIRECTED_ROUTES['directed.answer'].input, { directedId, decision });
  const late = payByMs !== null && decision.reportByMs <= payByMs ? { reportByMs: '报告要在付款以后' } : null;
  if (checked.isOk && late === null) return { decision, errors: null };
  return { decision: null, errors: { ...(checked.isOk ? {} : withoutPrefix(inFormWords(checked.errors), 'decision')), ...(late ?? {}) } };
}
