import type { Skill } from '@contract';
import { findArea } from '../area/area.repository';
import type { EffectOf } from '../effect/effect';
import { memberRepository } from '../member/member.repository';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { answeringArea, type Certificate } from './certificate';
import { drawNumber } from './certificate-number';
import { newTrainingCertificate } from './training-certificate';

/** The certificate of a training, once, under the id its shift and its person give it. Whoever left meanwhile gets none. */
export const awardTraining = async (effect: EffectOf<'awardTraining'>): Promise<void> => {
  if ((await store.find<Certificate>('certificates', effect.certificateId)) !== null) return;
  const [holder, area] = await Promise.all([memberRepository.find(effect.memberId), findArea(answeringArea(effect))]);
  if (holder === null || holder.state !== 'active') return;
  await store.insertOnce('certificates', newTrainingCertificate(effect, { holderName: holder.displayName, contactPhone: area?.dutyPhone ?? holder.dutyPhone, number: drawNumber() }));
};

/** The skills a person has certified now, for whoever looks for somebody suitable. */
export const skillsOf = async (memberId: string): Promise<readonly Skill[]> => {
  const certificates = await store.query<Pick<Certificate, 'skill'>>('certificates', { where: { memberId, kind: 'training', state: 'valid' }, limit: RULES.certificate.trainingsRead, fields: ['skill'] });
  return [...new Set(certificates.flatMap(({ skill }) => skill ?? []))];
};

/** As the certificates stand now, not as they stood when the event was written, so that late repeats all end at the same. */
export const syncSkill = async ({ memberId, skill }: Pick<EffectOf<'syncSkill'>, 'memberId' | 'skill'>): Promise<void> => {
  const hasSkill = (await skillsOf(memberId)).includes(skill);
  await store.update('members', { _id: memberId }, { skills: hasSkill ? command.addToSet(skill) : command.pull(skill) });
};
