import type { CERTIFICATE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { getCertificate, listChoices, myCertificates, previewCertificate, requestCertificate, revokeCertificate, showName, verifyCertificate } from './certificate.use-case';

export const certificateHandlers: Pick<Handlers, keyof typeof CERTIFICATE_ROUTES> = {
  'certificate.choices': listChoices,
  'certificate.preview': previewCertificate,
  'certificate.request': requestCertificate,
  'certificate.mine': myCertificates,
  'certificate.get': getCertificate,
  'certificate.showName': showName,
  'certificate.verify': verifyCertificate,
  'certificate.revoke': revokeCertificate,
};
