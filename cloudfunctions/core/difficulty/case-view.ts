import { DIFFICULTY_CHECKS, ERROR_TABLE, type DifficultyCardView, type DifficultyCaseView, type DifficultySecretsView } from '@contract';
import { calendarWarning, type CalendarOverrides } from '../kernel/working-days';
import type { Member } from '../member/member';
import { decisionRefusalOf } from './decide-case';
import { missingChecks, type DifficultyCase } from './difficulty-case';

export type CaseCard = Pick<DifficultyCase, '_id' | 'maskedName' | 'state' | 'categories' | 'areaName' | 'communityName' | 'checkCount' | 'stageDueAtMs' | 'nextVisitAtMs' | 'validUntilMs' | 'shelfPlace'>;
/** Fields a list reads: nothing sealed leaves the database for it. */
export const CASE_CARD_FIELDS = ['_id', 'maskedName', 'state', 'categories', 'areaName', 'communityName', 'checkCount', 'stageDueAtMs', 'nextVisitAtMs', 'validUntilMs', 'shelfPlace'] as const satisfies readonly (keyof CaseCard)[];

export const caseCardView = (card: CaseCard): DifficultyCardView => ({
  caseId: card._id,
  maskedName: card.maskedName,
  state: card.state,
  categories: card.categories,
  areaName: card.areaName,
  communityName: card.communityName,
  checksDone: card.checkCount,
  dueAtMs: card.stageDueAtMs,
  nextVisitAtMs: card.nextVisitAtMs,
  validUntilMs: card.validUntilMs,
});

/** A case for staff of its area, still masked. */
export const caseView = (found: DifficultyCase, reader: Member, nowMs: number, overrides: CalendarOverrides): DifficultyCaseView => {
  const refusal = decisionRefusalOf(found, reader);
  return {
    ...caseCardView(found),
    proposerName: found.proposerName,
    isSuggestedByNeighbour: found.isSuggested,
    createdAtMs: found.createdAtMs,
    checks: DIFFICULTY_CHECKS.flatMap((kind) => {
      const check = found.checks[kind];
      return check === null ? [] : [{ kind, byName: check.byName, atMs: check.atMs, participantCount: check.participantCount }];
    }),
    missingChecks: missingChecks(found),
    hasConsent: found.consent !== null,
    publicityId: found.publicityId,
    aidText: found.aidText,
    outcomeNote: found.outcomeNote,
    decideRefusal: refusal === null ? null : (refusal.refusal.message ?? ERROR_TABLE[refusal.refusal.code].message),
    calendarWarning: found.stageDueAtMs === null ? null : calendarWarning(nowMs, Math.max(nowMs, found.stageDueAtMs), overrides),
  };
};

type Open = (sealed: string) => string;

/** Everything of a case, opened for a reading that is already in the audit. */
export const secretsView = (found: DifficultyCase, open: Open, links: ReadonlyMap<string, string | null>): DifficultySecretsView => ({
  name: open(found.secrets.nameSealed),
  phone: open(found.secrets.phoneSealed),
  address: open(found.secrets.addressSealed),
  circumstances: open(found.secrets.circumstancesSealed),
  guardianName: found.consent === null ? '' : open(found.consent.guardianNameSealed),
  consentUrl: found.consent === null ? null : (links.get(found.consent.fileId) ?? null),
  checks: DIFFICULTY_CHECKS.flatMap((kind) => {
    const check = found.checks[kind];
    if (check === null) return [];
    const photoUrls = check.fileIds.flatMap((fileId) => links.get(fileId) ?? []);
    return [{ kind, note: open(check.noteSealed), participants: open(check.participantsSealed).split('\n').filter((name) => name !== ''), photoUrls }];
  }),
  visits: Object.values(found.visits)
    .sort((a, b) => b.atMs - a.atMs)
    .map((visit) => ({ atMs: visit.atMs, byName: visit.byName, note: open(visit.noteSealed) })),
});
