import { type ClaimView, type HandoverKind, HANDOVER_LABEL, type MeView, type WishDetailView } from '@contract';
import type { ApiFailure } from '@/lib/api-failure';
import { useDraft } from '@/lib/drafts';
import { chinaDate, chinaMoment, endOfChinaDay, formatDay } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { deliverByMs } from './claim-promise';
import { DAY_PARTS, type DayPart, dayParts, type PlanDay, planDays } from './plan-days';

interface PlanFields {
  readonly dayNumber: number | null;
  readonly part: DayPart['key'] | null;
  readonly handover: HandoverKind | null;
  readonly note: string;
}

const EMPTY_PLAN: PlanFields = { dayNumber: null, part: null, handover: null, note: '' };

export interface PlanFormState {
  readonly form: PlanFields;
  readonly days: readonly PlanDay[];
  readonly parts: readonly DayPart[];
  /** The last moment to deliver. */
  readonly lastMs: number;
  /** Null until a day and a part of it are chosen. */
  readonly deliverAtMs: number | null;
  /** "周日上午" */
  readonly words: string;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly change: (patch: Partial<PlanFields>) => void;
  readonly send: () => Promise<void>;
}

/** What an earlier plan or the wish itself already says fills the form first. */
function filled(draft: PlanFields, claim: ClaimView, wish: WishDetailView): PlanFields {
  const handover = draft.handover ?? claim.plan?.handover ?? wish.handover;
  const planned = claim.plan === null ? null : chinaDate(claim.plan.deliverAtMs);
  return {
    dayNumber: draft.dayNumber ?? planned?.dayNumber ?? null,
    part: draft.part ?? (planned === null ? null : (DAY_PARTS.find((part) => part.hour === planned.hour)?.key ?? null)),
    handover: handover === 'home' && !claim.canPlanHome ? wish.handover : handover,
    note: draft.note === '' ? (claim.plan?.note ?? '') : draft.note,
  };
}

/** The plan of a claim: kept as a draft, sent once, told to the other side in words. */
export function usePlanForm(claim: ClaimView, wish: WishDetailView, rules: MeView['rules'], onPlanned: (words: string) => void): PlanFormState {
  const draft = useDraft(`claim.plan.${claim.claimId}`, EMPTY_PLAN);
  const command = useApiCommand('claim.plan', { about: claim.claimId, invalidates: ['wish.get', 'claim.mine', 'home.overview'] });
  const nowMs = serverNowMs();
  const lastMs = claim.deliverByMs === null ? deliverByMs(nowMs, wish.windowEndMs, rules.deliverDays) : endOfChinaDay(chinaDate(claim.deliverByMs).dayNumber);
  const form = filled(draft.value, claim, wish);
  const days = planDays(nowMs, lastMs);
  const parts = form.dayNumber === null ? DAY_PARTS : dayParts(form.dayNumber, nowMs, lastMs);
  const part = parts.find((candidate) => candidate.key === form.part);
  const isDayOpen = days.some((day) => day.dayNumber === form.dayNumber);
  const deliverAtMs = form.dayNumber === null || part === undefined || !isDayOpen ? null : chinaMoment(form.dayNumber, part.hour);
  const words = deliverAtMs === null || part === undefined ? '' : `${formatDay(deliverAtMs, nowMs)}${part.label}`;

  const send = async (): Promise<void> => {
    if (deliverAtMs === null || form.handover === null) return;
    const output = await command.run({ wishId: claim.wishId, claimId: claim.claimId, deliverAtMs, handover: form.handover, note: form.note });
    if (output === null) return;
    draft.clear();
    onPlanned(`约好了：${words}，${HANDOVER_LABEL[form.handover]}`);
  };

  return { form, days, parts, lastMs, deliverAtMs, words, isBusy: command.isBusy, failure: command.failure, fields: command.fields, change: draft.change, send };
}
