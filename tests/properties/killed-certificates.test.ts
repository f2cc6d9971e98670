import { trainingCertificateIdOf, type Certificate } from '../../cloudfunctions/core/certificate/certificate';
import { openShift, shiftOfCloud, signUpFor, signUpIdOf } from '../flows/support/activity-steps';
import { certificateOfCloud, certifyAll, organiserOf, serve } from '../flows/support/certificate-steps';
import { STAFF } from '../flows/support/community';
import { describeKilled, type KilledCase } from './support/killed-command';

/** Certificates, killed at any database call. */
const cases: readonly KilledCase[] = [
  {
    route: 'certificate.request',
    prepare: async (community, _poster, giver) => {
      await serve(community, { [giver]: 60 });
      const { organiserId, fromDay, toDay } = await organiserOf(community, giver);
      const { memberId } = await community.me(giver);
      const own = (): readonly Certificate[] => community.documents<Certificate>('certificates').filter((certificate) => certificate.memberId === memberId);
      return { caller: giver, input: { organiserId, fromDay, toDay, isNameShown: false }, subjectIds: () => own().map(({ _id }) => _id), happened: () => own().length === 1 && own()[0]?.minutes === 60 };
    },
  },
  {
    route: 'certificate.revoke',
    prepare: async (community, _poster, giver) => {
      await serve(community, { [giver]: 60 });
      const { certificateId } = await certifyAll(community, giver);
      return { caller: STAFF, input: { certificateId, reason: '名单记错了' }, subjectIds: () => [certificateId], happened: () => certificateOfCloud(community, certificateId)?.state === 'revoked' };
    },
  },
  {
    name: 'shift.confirmRoster of a training, and it is certified',
    route: 'shift.confirmRoster',
    prepare: async (community, _poster, giver) => {
      const shiftId = await openShift(community, { startsInMs: 10 * 60_000, lastsMs: 60 * 60_000 }, { kind: 'training', teaches: 'firstAid' });
      await signUpFor(community, giver, shiftId);
      await community.advance(75 * 60_000);
      const { startsAtMs, endsAtMs } = shiftOfCloud(community, shiftId);
      const signUpId = await signUpIdOf(community, giver);
      const { memberId } = await community.me(giver);
      const certificateId = trainingCertificateIdOf(shiftId, memberId);
      return {
        caller: STAFF, input: { shiftId, came: [{ signUpId, self: { fromMs: startsAtMs, toMs: endsAtMs } }] }, subjectIds: () => [shiftId, certificateId],
        happened: () => shiftOfCloud(community, shiftId).signUps[signUpId]?.state === 'attended',
      };
    },
  },
];

// One at a time: each lets hours pass for its own shift, and there is one clock.
describeKilled(cases, { perHour: 1 });
