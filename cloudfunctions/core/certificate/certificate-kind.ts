import { CERTIFICATE_KIND_LABEL } from '@contract';
import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { Certificate } from './certificate';
import type { CertificateEvent } from './certificate-event';

/** The holder reads why, and what to do; the log keeps who took it back. */
const revokedEffects = (certificate: Certificate, event: CertificateEvent, reason: string): readonly Effect[] => [
  {
    kind: 'notice', noticeId: deriveId('n', event.eventId), memberId: certificate.memberId, title: `一张${CERTIFICATE_KIND_LABEL[certificate.kind]}撤销了`,
    body: `${reason}。有话请打 ${certificate.contactPhone}。`, pictureKey: 'book', target: { page: 'certificate', wishId: null, claimId: null, subjectId: certificate._id }, todo: null, atMs: event.atMs,
  },
  { kind: 'audit', line: { auditId: deriveId('au', event.eventId), kind: 'certificateRevoked', byId: event.byId, subjectId: certificate._id, areaIds: certificate.areaIds, note: reason, atMs: event.atMs } },
];

const effectsOf = (certificate: Certificate, event: CertificateEvent): readonly Effect[] => (event.kind === 'revoked' ? revokedEffects(certificate, event, event.reason) : []);

/** A certificate has no clock of its own. */
export const CERTIFICATE_KIND: AggregateKind<Certificate, CertificateEvent> = { collection: 'certificates', effectsOf, clocksOf: () => [] };
