import type { OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { Certificate } from './certificate';
import type { CertificateEvent } from './certificate-event';

type Outcome = Result<OutcomeOf<CertificateEvent>>;

/** Its holder says whether whoever verifies reads the whole name. Refusals: NOT_FOUND, OPERATION_REUSED. */
export const decideShowName = (certificate: Certificate, isNameShown: boolean, member: Member, step: Step): Outcome => {
  if (certificate.memberId !== member._id) return refuse('NOT_FOUND');
  return knownStep(certificate.steps, step) ?? accept(versionChanged<CertificateEvent>(certificate, step, { isNameShown }, { kind: 'nameShown', ...bySomebody(step) }));
};

/** Staff of the area take it back, for good; nobody their own. Refusals: OUT_OF_AREA, NOT_ALLOWED, CERTIFICATE_OVER, OPERATION_REUSED. */
export const decideRevoke = (certificate: Certificate, reason: string, member: Member, step: Step): Outcome => {
  if (!worksAt(member, certificate.communityId)) return refuse('OUT_OF_AREA');
  if (certificate.memberId === member._id) return refuse('NOT_ALLOWED', { message: '这是您自己的证明，请另一位同事来办。' });
  const known = knownStep(certificate.steps, step);
  if (known !== null) return known;
  if (certificate.state === 'revoked') return refuse('CERTIFICATE_OVER');
  return accept(versionChanged<CertificateEvent>(certificate, step, { state: 'revoked', revokedAtMs: step.nowMs, why: reason }, { kind: 'revoked', reason, ...bySomebody(step) }));
};
