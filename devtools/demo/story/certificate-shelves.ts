import type { Skill } from '@contract';
import { newServiceCertificate, type Certificate, type CountedRecord } from '../../../cloudfunctions/core/certificate/certificate';
import type { CertificateEvent } from '../../../cloudfunctions/core/certificate/certificate-event';
import { CERTIFICATE_KIND } from '../../../cloudfunctions/core/certificate/certificate-kind';
import { numberOf } from '../../../cloudfunctions/core/certificate/certificate-number';
import { newTrainingCertificate } from '../../../cloudfunctions/core/certificate/training-certificate';
import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import { memberCodeOf } from '../../../cloudfunctions/core/kernel/ids';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { RULES } from '../../../cloudfunctions/core/rules';
import { AggregateShelf } from './aggregate-shelf';

/** What certificates are brought about by, and bring about. */
export type CertificateEffect = EffectOf<'awardTraining' | 'syncSkill'>;

const CERTIFICATE_EFFECTS: readonly string[] = ['awardTraining', 'syncSkill'] satisfies readonly CertificateEffect['kind'][];

export const isCertificateEffect = (effect: Effect): effect is CertificateEffect => CERTIFICATE_EFFECTS.includes(effect.kind);

/** The demo is the same every time, so its numbers are no chance. */
const numberFor = (cause: string): string => numberOf(['a', 'b', 'c'].map((part) => memberCodeOf(`${cause} ${part}`)).join('').slice(0, RULES.certificate.numberLetters));

/** Certificates of the demo. None of them is revoked. */
export class CertificateShelves {
  readonly certificates: AggregateShelf<Certificate, CertificateEvent>;

  constructor(
    carryOut: (effect: Effect) => void,
    private readonly member: (id: string) => Member,
    private readonly learn: (memberId: string, skill: Skill) => void,
  ) {
    this.certificates = new AggregateShelf(CERTIFICATE_KIND, carryOut);
  }

  carryOut(effect: CertificateEffect): void {
    if (effect.kind === 'syncSkill') return this.learn(effect.memberId, effect.skill);
    const { displayName, dutyPhone } = this.member(effect.memberId);
    this.certificates.insert(newTrainingCertificate(effect, { holderName: displayName, contactPhone: dutyPhone, number: numberFor(effect.certificateId) }), effect.atMs);
  }

  /** Everything that counts of a person by now. */
  certify(holder: Member, records: readonly CountedRecord[], nowMs: number): void {
    const days = records.map((record) => record.day).sort();
    const draft = { holder, records, fromDay: days[0] ?? '', toDay: days.at(-1) ?? '', contactPhone: holder.dutyPhone, isNameShown: true, number: numberFor(holder._id) };
    this.certificates.insert(newServiceCertificate(draft, { actorId: holder._id, operationId: `certificate ${holder._id}`, inputHash: '', nowMs }), nowMs);
  }
}
