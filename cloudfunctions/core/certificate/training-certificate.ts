import { bornWith } from '../aggregate/aggregate';
import type { EffectOf } from '../effect/effect';
import { chinaDay, MINUTE_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { answeringArea, type Certificate } from './certificate';
import type { CertificateEvent } from './certificate-event';

type Award = EffectOf<'awardTraining'>;

/** Pure: the certificate of one training attended from beginning to end, as the roster says. Its one line is the shift. */
export const newTrainingCertificate = (award: Award, { holderName, contactPhone, number }: Pick<Certificate, 'holderName' | 'contactPhone' | 'number'>): Certificate => {
  const { certificateId, memberId, shiftId, skill, title, placeText, organiserName, areaIds, fromMs, toMs, atMs } = award;
  const day = chinaDay(fromMs);
  const minutes = Math.floor((toMs - fromMs) / MINUTE_MS);
  const communityId = answeringArea({ areaIds });
  return {
    _id: certificateId, kind: 'training', state: 'valid', number, factsKey: certificateId, memberId, holderName, isNameShown: false, skill,
    organiserId: deriveId('og', communityId, organiserName), organiserName, contactPhone, communityId, areaIds, fromDay: day, toDay: day,
    minutes, lines: [{ recordId: shiftId, title, placeText, day, minutes }], issuedAtMs: atMs, revokedAtMs: null, why: '',
    version: 1, steps: {},
    ...bornWith<CertificateEvent>({ kind: 'awarded', eventId: deriveId('e', certificateId), atMs, byId: 'clock' }),
  };
};
