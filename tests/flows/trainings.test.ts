import type { ApiContract } from '@contract';
import { isCertificateCoherent, type Certificate } from '../../cloudfunctions/core/certificate/certificate';
import type { Member } from '../../cloudfunctions/core/member/member';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import { isShiftCoherent, type Shift } from '../../cloudfunctions/core/shift/shift';
import { openShift, shiftOfCloud, signUpFor, signUpIdOf } from './support/activity-steps';
import { Community, COMMUNITY, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, POSTER, STAFF } from './support/community';

const MINUTE_MS = 60_000;

/** Trainings, what they certify, and activities that ask for it. */
describe('trainings', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await teach();
  });
  afterAll(async () => {
    await community.close();
  });
  afterEach(() => {
    for (const certificate of community.documents<Certificate>('certificates')) expect({ id: certificate._id, coherent: isCertificateCoherent(certificate), waiting: certificate.pendingEvents }).toEqual({ id: certificate._id, coherent: true, waiting: 0 });
    for (const shift of community.documents<Shift>('shifts')) expect({ id: shift._id, coherent: isShiftCoherent(shift) }).toEqual({ id: shift._id, coherent: true });
  });

  const settle = async (): Promise<void> => {
    for (let run = 0; run < 4; run += 1) await community.runJobs();
  };
  const skillsOf = async (openid: string): Promise<readonly string[]> => community.document<Member>('members', (await community.me(openid)).memberId)?.skills ?? [];
  const mine = async (openid: string): Promise<ApiContract['certificate.mine']['output']['items']> => (await community.must(openid, 'certificate.mine', {})).items;

  /** One stays to the end, one leaves in the middle, of one nobody knows when they left. */
  const teach = async (): Promise<void> => {
    const shiftId = await openShift(community, { startsInMs: 10 * MINUTE_MS }, { kind: 'training', title: '急救培训', teaches: 'firstAid' });
    for (const openid of [NEIGHBOUR, POSTER, MERCHANT]) await signUpFor(community, openid, shiftId);
    await community.advance(3 * HOUR_MS);
    await community.runJobs();
    const { startsAtMs: fromMs, endsAtMs: toMs } = shiftOfCloud(community, shiftId);
    const at = async (openid: string, left: number | null) => ({ signUpId: await signUpIdOf(community, openid), self: { fromMs, toMs: left } });
    const operation = newOperation();
    const input = { shiftId, came: [await at(NEIGHBOUR, toMs), await at(POSTER, toMs - HOUR_MS), await at(MERCHANT, null)] };
    for (let times = 0; times < 2; times += 1) await community.must(STAFF, 'shift.confirmRoster', input, operation);
    await settle();
    await community.must(MERCHANT, 'shift.sayEnd', { shiftId, signUpId: await signUpIdOf(community, MERCHANT), toMs });
    await settle();
  };

  test('only who was there from beginning to end, as the roster says, is certified and has the skill', async () => {
    expect(await mine(NEIGHBOUR)).toMatchObject([{ kind: 'training', skill: 'firstAid', organiserName: '青枫社区', minutes: 120 }]);
    expect([await mine(POSTER), await mine(MERCHANT)]).toEqual([[], []]);
    expect([await skillsOf(NEIGHBOUR), await skillsOf(POSTER), await skillsOf(MERCHANT)]).toEqual([['firstAid'], [], []]);
    const { memberId } = await community.me(NEIGHBOUR);
    expect(community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId && notice.title === '培训证明开好了')).toHaveLength(1);
    // Learning is no service: no hours of it.
    expect((await community.must(NEIGHBOUR, 'certificate.choices', {})).organisers).toEqual([]);
    const [row] = await mine(NEIGHBOUR);
    expect(await community.must('oTestNeverJoined', 'certificate.verify', { number: row?.number ?? '' })).toMatchObject({ kind: 'training', skill: 'firstAid', standing: 'valid', holderName: '刘*' });
  });

  test('where it is a must, who has no certificate of it asks the lead; silence is a no', async () => {
    const shiftId = await openShift(community, {}, { title: '社区运动会急救点', needs: { skill: 'firstAid', isMust: true } });
    expect((await community.must(NEIGHBOUR, 'shift.signUp', { shiftId })).outcome).toBe('joined');
    const asked = await community.must(POSTER, 'shift.signUp', { shiftId });
    expect(asked).toMatchObject({ outcome: 'asked', signUp: { state: 'asked', lacks: 'firstAid' } });
    await community.must(MERCHANT, 'shift.signUp', { shiftId });
    await settle();
    const { entries } = await community.must(STAFF, 'shift.roster', { shiftId });
    expect(entries.filter((entry) => entry.lacks === 'firstAid').map((entry) => entry.name).sort()).toEqual(['吴老板', '赵阿姨'].sort());
    await community.must(STAFF, 'shift.approve', { shiftId, signUpId: await signUpIdOf(community, MERCHANT), accept: true });
    await community.advance(25 * HOUR_MS);
    await settle();
    const states = await Promise.all([NEIGHBOUR, POSTER, MERCHANT].map(async (openid) => shiftOfCloud(community, shiftId).signUps[await signUpIdOf(community, openid)]?.state));
    expect(states).toEqual(['joined', 'lapsed', 'joined']);
  });

  test('a skill nobody knows is refused, and only a training teaches', async () => {
    const words = { kind: 'training', title: '急救培训', story: '上手练两遍', pictureKey: 'book', contactRole: '社区值班电话' } as const;
    expect(await community.refused(STAFF, 'activity.create', { areaId: COMMUNITY, words: { ...words, teaches: 'flying' } })).toMatchObject({ code: 'BAD_INPUT' });
    expect((await community.must(STAFF, 'activity.create', { areaId: COMMUNITY, words: { ...words, kind: 'event', teaches: 'firstAid' } })).teaches).toBeNull();
  });

  test('taken back, the skill goes with it', async () => {
    const [row] = await mine(NEIGHBOUR);
    await community.must(STAFF, 'certificate.revoke', { certificateId: row?.certificateId ?? '', reason: '名单记错了人' });
    await settle();
    expect(await skillsOf(NEIGHBOUR)).toEqual([]);
    expect((await mine(NEIGHBOUR))[0]).toMatchObject({ isRevoked: true });
  });
});
