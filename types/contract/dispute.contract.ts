import * as v from 'valibot';
import { idSchema, photosSchema, textSchema } from './common';
import { phoneSchema } from './person.contract';
import type { ClaimState, PictureKey } from './vocabulary';
import type { PhotoView, TimelineEntryView } from './wish.contract';
import { BUDGET, route } from './route';

/** What somebody says went wrong between giver and recipient. Nobody is accused by it. */
export const DISPUTE_KINDS = ['notReceived', 'notAsAgreed', 'notWanted'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];
export const DISPUTE_KIND_LABEL: Readonly<Record<DisputeKind, string>> = { notReceived: '没收到', notAsAgreed: '和说好的不一样', notWanted: '不要了' };

/** What staff who are neither side find, having heard both. */
export const DISPUTE_OUTCOMES = ['received', 'returned', 'cancelled', 'dismissed'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];
export const DISPUTE_OUTCOME_LABEL: Readonly<Record<DisputeOutcome, string>> = { received: '算收到了', returned: '放回墙上重来', cancelled: '不要了，收回这几份', dismissed: '照原来的办' };

/** How the reader stands to it; `staff` are neither side. */
export type DisputeReader = 'giver' | 'recipient' | 'staff';

export interface DisputeFactsView {
  readonly kind: DisputeKind;
  readonly openedBy: 'giver' | 'recipient';
  readonly note: string;
  readonly photos: readonly PhotoView[];
  readonly openedAtMs: number;
  /** Until when staff answer, in working hours. */
  readonly dueAtMs: number;
  /** It took too long, so the street looks as well. */
  readonly isEscalated: boolean;
  readonly state: 'open' | 'withdrawn' | 'decided';
  readonly outcome: DisputeOutcome | null;
  readonly outcomeNote: string;
  readonly outcomePhotos: readonly PhotoView[];
}

/** One claim about which something is, was or may be said; the same page for both sides and for staff. */
export interface DisputeView {
  readonly wishId: string;
  readonly claimId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly giverName: string;
  readonly shares: number;
  readonly claimState: ClaimState;
  readonly planText: string;
  readonly proofPhotos: readonly PhotoView[];
  readonly reader: DisputeReader;
  readonly dispute: DisputeFactsView | null;
  /** What the reader may say now; empty when nothing. */
  readonly openKinds: readonly DisputeKind[];
  readonly canWithdraw: boolean;
  /** Whether the reader is one of staff who hear both sides, so that they may ask for numbers. */
  readonly canReach: boolean;
  /** What the reader may decide now; empty for whoever is a side. */
  readonly outcomes: readonly DisputeOutcome[];
  readonly timeline: readonly TimelineEntryView[];
  readonly dutyPhone: string;
}

/** A number that was left for this, or that stands on the paper of somebody without WeChat. */
export interface DisputeNumberView {
  readonly side: 'giver' | 'recipient';
  /** Masked. */
  readonly name: string;
  readonly phone: string;
}

const claimRef = { wishId: idSchema, claimId: idSchema };
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
/** Photos with what one side says, and with what staff found. */
export const DISPUTE_NOTE_CHARACTERS = 120;
export const EVIDENCE_PHOTOS_MAX = 2;

export const DISPUTE_ROUTES = {
  'dispute.get': route<DisputeView>()({ input: v.strictObject(claimRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** By either side; by staff of the area for a recipient who called. */
  'dispute.open': route<{ readonly wishId: string; readonly claimId: string; readonly dueAtMs: number; readonly dutyPhone: string }>()({
    input: v.strictObject({ ...claimRef, kind: v.picklist(DISPUTE_KINDS), note: textSchema(DISPUTE_NOTE_CHARACTERS, '请写一句是怎么回事'), photoFileIds: photosSchema(EVIDENCE_PHOTOS_MAX),
      /** For staff to call back about this; sealed, gone with its end. */
      phone: v.optional(v.nullable(phoneSchema), null) }),
    mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck',
  }),
  /** Numbers staff may call to hear both sides, while it is open; each reading is logged. */
  'dispute.reach': route<{ readonly numbers: readonly DisputeNumberView[] }>()({ input: v.strictObject(claimRef), mutating: false, access: STAFF, requestBudget: BUDGET.command }),
  /** By whoever opened it: it was found, or settled between the two. */
  'dispute.withdraw': route<{ readonly wishId: string; readonly claimId: string }>()({ input: v.strictObject(claimRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'dispute.decide': route<{ readonly wishId: string; readonly claimId: string; readonly outcome: DisputeOutcome }>()({
    input: v.strictObject({ ...claimRef, outcome: v.picklist(DISPUTE_OUTCOMES), note: textSchema(DISPUTE_NOTE_CHARACTERS, '请写一句为什么，两边都看得到'), photoFileIds: photosSchema(EVIDENCE_PHOTOS_MAX) }),
    mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck',
  }),
} as const;
