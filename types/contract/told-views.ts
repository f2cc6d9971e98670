import * as v from 'valibot';
import { idSchema, textSchema } from './common';
import { LIMITS } from './limits';

/** What lanes that take money tell of it in the same words: four facts before paying, uses, reports. */

/** Four sentences before anybody pays (RULES.md section 2). */
export interface FourFacts {
  /** Who answers for it and since when. */
  readonly who: string;
  readonly done: string;
  readonly uses: string;
  readonly where: string;
}

export interface UseFiguresView {
  readonly useKey: string;
  readonly label: string;
  /** What the budget says of it besides; absent when it says no more. */
  readonly plannedText?: string;
  readonly plannedFen: number;
  readonly spentFen: number;
}

export const DISCLOSURE_KINDS = ['periodic', 'final'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];
export const DISCLOSURE_KIND_LABEL: Readonly<Record<DisclosureKind, string>> = { periodic: '三个月一次的公开', final: '全部办完的公开' };

export interface DisclosureView {
  readonly disclosureId: string;
  readonly kind: DisclosureKind;
  readonly dueAtMs: number;
  readonly doneAtMs: number | null;
  readonly text: string;
  readonly photoUrls: readonly string[];
}

/** A photo that the check was not sure of; `url` null when it can't be shown just now. */
export interface PhotoInDoubtView {
  readonly photoKey: string;
  readonly url: string | null;
}

/** What one of the staff says of it; refused with a reason that whoever answers for it reads. */
export const photoJudgement = {
  photoKey: idSchema,
  decision: v.variant('kind', [v.strictObject({ kind: v.literal('clear') }), v.strictObject({ kind: v.literal('refuse'), reason: textSchema(LIMITS.noteCharacters, '请写一句为什么，对方看得到') })]),
};
