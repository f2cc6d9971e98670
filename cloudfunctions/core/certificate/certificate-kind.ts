import { CERTIFICATE_KIND_LABEL, SKILL_LABEL, type NoticeTarget } from '@contract';
import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { Certificate } from './certificate';
import type { CertificateEvent } from './certificate-event';

const targetOf = (certificate: Certificate): NoticeTarget => ({ page: 'certificate', wishId: null, claimId: null, subjectId: certificate._id });

const tell = (certificate: Certificate, event: CertificateEvent, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId), memberId: certificate.memberId, title, body, pictureKey: 'book', target: targetOf(certificate), todo: null, atMs: event.atMs,
});

const syncSkill = ({ memberId, skill }: Certificate): readonly Effect[] => (skill === null ? [] : [{ kind: 'syncSkill', memberId, skill }]);

const awardedEffects = (certificate: Certificate, event: CertificateEvent): readonly Effect[] => [
  ...syncSkill(certificate),
  tell(certificate, event, '培训证明开好了', `“${certificate.lines[0]?.title ?? ''}”您从头听到了尾${certificate.skill === null ? '' : `，记上了“${SKILL_LABEL[certificate.skill]}”`}。证明在“我的证明”里。`),
];

/** The holder reads why, and what to do; the log keeps who took it back. */
const revokedEffects = (certificate: Certificate, event: CertificateEvent, reason: string): readonly Effect[] => [
  ...syncSkill(certificate),
  tell(certificate, event, `一张${CERTIFICATE_KIND_LABEL[certificate.kind]}撤销了`, `${reason}。有话请打 ${certificate.contactPhone}。`),
  { kind: 'audit', line: { auditId: deriveId('au', event.eventId), kind: 'certificateRevoked', byId: event.byId, subjectId: certificate._id, areaIds: certificate.areaIds, note: reason, atMs: event.atMs } },
];

const effectsOf = (certificate: Certificate, event: CertificateEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'awarded':
      return awardedEffects(certificate, event);
    case 'revoked':
      return revokedEffects(certificate, event, event.reason);
    case 'issued':
    case 'nameShown':
      return [];
  }
};

/** A certificate has no clock of its own. */
export const CERTIFICATE_KIND: AggregateKind<Certificate, CertificateEvent> = { collection: 'certificates', effectsOf, clocksOf: () => [] };
