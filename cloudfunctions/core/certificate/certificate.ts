import type { CertificateKind, CertificateWork, Skill } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import { bySomebody, type Versioned } from '../aggregate/versioned';
import type { Step } from '../aggregate/step';
import { ancestorAt } from '../kernel/area-tree';
import { deriveId, hashInput } from '../kernel/ids';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { CertificateEvent } from './certificate-event';

/** What a certificate needs of a record of service that counts. */
export interface CountedRecord {
  readonly _id: string;
  /** Who drafted the activity; null where a person named an organiser in words only. */
  readonly organiserId: string | null;
  /** The organisation: a community, or a team of one. */
  readonly organiserName: string;
  /** Where it was organised. */
  readonly areaIds: readonly string[];
  readonly source: string;
  readonly memberId: string;
  readonly recordedById: string;
  readonly title: string;
  readonly placeText: string;
  /** YYYY-MM-DD in UTC+8. */
  readonly day: string;
  /** Whole minutes that count, after the day's cap. */
  readonly countedMinutes: number;
}

/** A record as the certificate states it. */
export interface CertificateLine {
  readonly recordId: string;
  readonly title: string;
  readonly placeText: string;
  readonly day: string;
  readonly minutes: number;
}

/**
 * What one organiser certifies to one person of a span of days: its own records of them that counted when it was issued,
 * and nothing else (谁记录谁证明). It keeps what it said; verifying adds up the same records as they are now, so that a
 * correction shows without anybody having to tell it.
 *
 * Always: `minutes` is the sum of `lines`; the lines are of this organiser and these days; `revokedAtMs` and `why` are
 * set exactly when it is revoked, which is for good.
 */
export interface Certificate extends Versioned<CertificateEvent> {
  readonly kind: CertificateKind;
  readonly state: 'valid' | 'revoked';
  /** Drawn by chance; unique. */
  readonly number: string;
  /** Hash of everything it states: the same facts have one certificate. Unique. */
  readonly factsKey: string;
  /** What a training taught; null for hours. */
  readonly skill: Skill | null;
  readonly memberId: string;
  readonly holderName: string;
  readonly isNameShown: boolean;
  /** As `organisationOf` says. */
  readonly organiserId: string;
  readonly organiserName: string;
  readonly contactPhone: string;
  readonly communityId: string;
  readonly areaIds: readonly string[];
  readonly fromDay: string;
  readonly toDay: string;
  readonly minutes: number;
  readonly lines: readonly CertificateLine[];
  readonly issuedAtMs: number;
  readonly revokedAtMs: number | null;
  readonly why: string;
}


/** The community whose staff answer for what was organised there. */
export const answeringArea = ({ areaIds }: Pick<CountedRecord, 'areaIds'>): string => {
  const lowest = areaIds.at(-1) ?? '';
  return ancestorAt(lowest, 'community') ?? lowest;
};

/**
 * The organisation that recorded it, as an id; null when none did: an organiser named in words only, or what a person
 * entered for themselves, which is theirs to show, whoever confirmed it. People who draft activities come and go, the
 * organisation is its name at its place.
 */
export const organisationOf = (record: CountedRecord): string | null =>
  record.organiserId === null || (record.source !== 'roster' && record.recordedById === record.memberId) ? null : deriveId('og', answeringArea(record), record.organiserName);

/** One act, one certificate. */
export const certificateIdOf = (operationId: string): string => deriveId('ct', operationId);

/** One training, one certificate a person. */
export const trainingCertificateIdOf = (shiftId: string, memberId: string): string => deriveId('ct', 'training', shiftId, memberId);

export const minutesOf = (lines: readonly Pick<CertificateLine, 'minutes'>[]): number => lines.reduce((sum, line) => sum + line.minutes, 0);

export interface CertificateDraft {
  readonly holder: Pick<Member, '_id' | 'displayName'>;
  /** At least one, of one organiser, within the days. */
  readonly records: readonly CountedRecord[];
  readonly fromDay: string;
  readonly toDay: string;
  readonly contactPhone: string;
  readonly isNameShown: boolean;
  readonly number: string;
}

const lineOf = (record: CountedRecord): CertificateLine => ({ recordId: record._id, title: record.title, placeText: record.placeText, day: record.day, minutes: record.countedMinutes });

/** In the order of days; within one by id, so that the same records always make the same lines. */
const byDay = (a: CertificateLine, b: CertificateLine): number => (`${a.day} ${a.recordId}` < `${b.day} ${b.recordId}` ? -1 : 1);

/** Pure: the certificate of hours, as it is issued. @throws when there is no record. */
export const newServiceCertificate = (draft: CertificateDraft, step: Step): Certificate => {
  const { holder, records, fromDay, toDay } = draft;
  const newest = records.reduce<CountedRecord | null>((found, record) => (found === null || record.day > found.day ? record : found), null);
  if (newest === null) throw new Error('a certificate of nothing');
  const lines = records.map(lineOf).sort(byDay);
  const { organiserName, areaIds } = newest;
  const organiserId = organisationOf(newest) ?? '';
  return {
    _id: certificateIdOf(step.operationId), kind: 'service', state: 'valid', number: draft.number,
    factsKey: hashInput(['service', holder._id, holder.displayName, organiserId, organiserName, fromDay, toDay, lines]),
    memberId: holder._id, holderName: holder.displayName, isNameShown: draft.isNameShown, skill: null,
    organiserId, organiserName, contactPhone: draft.contactPhone, communityId: answeringArea(newest), areaIds, fromDay, toDay,
    minutes: minutesOf(lines), lines, issuedAtMs: step.nowMs, revokedAtMs: null, why: '',
    version: 1, steps: { [step.operationId]: step.inputHash },
    ...bornWith<CertificateEvent>({ kind: 'issued', ...bySomebody(step) }),
  };
};

/** Lines of the same work at the same place, together; the most minutes first. */
export const worksOf = (lines: readonly CertificateLine[]): readonly CertificateWork[] => {
  const works = new Map<string, CertificateWork>();
  for (const { title, placeText, day, minutes } of lines) {
    const key = JSON.stringify([title, placeText]);
    const known = works.get(key) ?? { title, placeText, times: 0, minutes: 0, fromDay: day, toDay: day };
    works.set(key, { ...known, times: known.times + 1, minutes: known.minutes + minutes, fromDay: day < known.fromDay ? day : known.fromDay, toDay: day > known.toDay ? day : known.toDay });
  }
  return [...works.values()].sort((a, b) => b.minutes - a.minutes);
};

/** What must hold at every moment; a false is a defect. */
export const isCertificateCoherent = (certificate: Certificate): boolean =>
  certificate.minutes === minutesOf(certificate.lines) &&
  certificate.lines.length <= RULES.certificate.recordsMax &&
  certificate.lines.every((line) => line.day >= certificate.fromDay && line.day <= certificate.toDay && line.minutes > 0) &&
  (certificate.kind === 'training') === (certificate.skill !== null) &&
  (certificate.state === 'revoked') === (certificate.revokedAtMs !== null) &&
  (certificate.state === 'revoked') === (certificate.why !== '') &&
  Object.keys(certificate.outbox).length === certificate.pendingEvents;
