import { store } from '../platform/store';

export type AuditKind =
  | 'readBeneficiary' | 'readContact' | 'roleGranted' | 'roleRevoked' | 'memberLeft' | 'calendarSet' | 'readObjection' | 'readDifficultyCase' | 'readThanks' | 'readRating' | 'readSafety' | 'readGiverNote' | 'difficultyChanged'
  | 'readFavours' | 'pointsFrozen' | 'pointsFreezeEnded' | 'memberFrozen' | 'memberUnfrozen' | 'certificateRevoked'
  | 'readPerson' | 'personWritten' | 'takeoverIssued' | 'takenOver' | 'takeoverUndone'
  | 'exportedHours' | 'exportedSupplies' | 'campaignDecided' | 'directedDecided'
  | 'laneRecorded' | 'laneConfirmed' | 'laneClosed'
  | 'linkedEntered' | 'linkedUpdated' | 'linkedShown' | 'linkedRefused' | 'linkedMirrored' | 'linkedDisclosed' | 'linkedEnded'
  | 'groupEnded' | 'groupOwnerRemoved'
  | 'shopDecided' | 'shopFrozen' | 'shopUnfrozen' | 'shopLeft' | 'readShopContact'
  | 'spendingActed' | 'fundActed';

/** One line: who read or changed what, and why. Never changed but for the name of who left, never removed; holds ids, no names and no texts of people. */
export interface AuditLine {
  readonly auditId: string;
  readonly kind: AuditKind;
  readonly byId: string;
  /** What it was about: a wish, a member. */
  readonly subjectId: string;
  readonly areaIds: readonly string[];
  readonly note: string;
  readonly atMs: number;
}

/** Writes the line once; the id is made from its cause, so a repeated cause adds no second line. */
export const writeAudit = async ({ auditId, ...line }: AuditLine): Promise<void> => {
  await store.insertOnce('audit', { _id: auditId, ...line });
};
