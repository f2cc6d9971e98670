import type { CertificateCheckView, CertificateFacts, CertificateRowView, CertificateStanding, CertificateView } from '@contract';
import { maskedName, worksAt, type Member } from '../member/member';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import { worksOf, type Certificate } from './certificate';
import { codeTextOf, numberInGroups } from './certificate-number';

/** Its records as they are now: how many of them still count, and how long. */
export interface CountNow {
  readonly times: number;
  readonly minutes: number;
}

/** What a list reads. */
export const CERTIFICATE_ROW_FIELDS = ['number', 'kind', 'skill', 'state', 'organiserName', 'holderName', 'fromDay', 'toDay', 'minutes', 'lines.recordId', 'issuedAtMs'] as const;
type CertificateRow = Pick<Certificate, '_id' | 'number' | 'kind' | 'skill' | 'state' | 'organiserName' | 'holderName' | 'fromDay' | 'toDay' | 'minutes' | 'issuedAtMs'> & { readonly lines: readonly unknown[] };

export const certificateRowView = (certificate: CertificateRow): CertificateRowView => ({
  certificateId: certificate._id, number: numberInGroups(certificate.number), kind: certificate.kind, skill: certificate.skill, organiserName: certificate.organiserName, holderName: certificate.holderName,
  fromDay: certificate.fromDay, toDay: certificate.toDay, times: certificate.lines.length, minutes: certificate.minutes, issuedAtMs: certificate.issuedAtMs, isRevoked: certificate.state === 'revoked',
});

const standingOf = (certificate: Certificate, now: CountNow): CertificateStanding => {
  if (certificate.state === 'revoked') return 'revoked';
  return now.minutes === certificate.minutes && now.times === certificate.lines.length ? 'valid' : 'changed';
};

const factsOf = (certificate: Certificate, now: CountNow): CertificateFacts => ({
  number: numberInGroups(certificate.number), kind: certificate.kind, skill: certificate.skill, standing: standingOf(certificate, now),
  organiserName: certificate.organiserName, contactPhone: certificate.contactPhone, fromDay: certificate.fromDay, toDay: certificate.toDay,
  minutes: certificate.minutes, minutesNow: now.minutes, times: certificate.lines.length, timesNow: now.times, works: worksOf(certificate.lines),
  issuedAtMs: certificate.issuedAtMs, revokedAtMs: certificate.revokedAtMs,
});

/** As whom somebody reads it; null when for them it is not there. */
export const certificateReaderOf = (certificate: Certificate, member: Member): 'holder' | 'staff' | null => {
  if (certificate.memberId === member._id) return 'holder';
  return worksAt(member, certificate.communityId) ? 'staff' : null;
};

export const certificateView = (certificate: Certificate, now: CountNow, reader: 'holder' | 'staff'): CertificateView => ({
  ...factsOf(certificate, now), certificateId: certificate._id, reader, holderName: certificate.holderName, isNameShown: certificate.isNameShown,
  codeText: codeTextOf(certificate.number), why: certificate.why, canRevoke: reader === 'staff' && certificate.state === 'valid',
});

/** Whoever left is nobody's name any more. */
const nameFor = ({ isNameShown, holderName }: Certificate): string => (isNameShown || holderName === GONE_TEXT ? holderName : maskedName(holderName));

/** For anybody with the number; `member` null when they have not joined. */
export const certificateCheckView = (certificate: Certificate, now: CountNow, member: Member | null): CertificateCheckView => {
  const facts = factsOf(certificate, now);
  const mayOpen = member !== null && certificateReaderOf(certificate, member) !== null;
  return {
    ...facts, works: facts.works.map((work) => ({ ...work, placeText: '' })),
    holderName: nameFor(certificate), isNameShown: certificate.isNameShown, certificateId: mayOpen ? certificate._id : null,
  };
};
