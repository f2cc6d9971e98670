import type { CertificateRowView } from '@contract';
import { isCertificateCoherent, type Certificate } from '../../cloudfunctions/core/certificate/certificate';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import { RULES } from '../../cloudfunctions/core/rules';
import type { ServiceRecord } from '../../cloudfunctions/core/service/service-record';
import { certifyAll, organiserOf, serve } from './support/certificate-steps';
import { Community, GRID, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF } from './support/community';

const LEAVER = 'oTestLeaver';
const STRANGER = 'oTestNeverJoined';

/** One community with hours of three people, for everything. */
describe('certificates', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await community.join(LEAVER, '要搬走的', GRID);
    await serve(community, { [NEIGHBOUR]: 90, [POSTER]: 120, [MERCHANT]: 45, [LEAVER]: 30 });
    await serve(community, { [NEIGHBOUR]: 60 }, '打扫楼道');
  });
  afterAll(async () => {
    await community.close();
  });
  afterEach(() => {
    for (const certificate of community.documents<Certificate>('certificates')) expect({ id: certificate._id, coherent: isCertificateCoherent(certificate) }).toEqual({ id: certificate._id, coherent: true });
  });

  /** The one that somebody asked for before: each person may ask for a few an hour. */
  const standing = async (): Promise<CertificateRowView> => {
    const [row] = (await community.must(POSTER, 'certificate.mine', {})).items;
    if (row === undefined) throw new Error('none was issued');
    return row;
  };

  test('the sum is seen first, then issued at once, with one\'s own records and nobody else\'s', async () => {
    const organiser = await organiserOf(community, NEIGHBOUR);
    expect(organiser).toMatchObject({ organiserName: '青枫社区', times: 2, minutes: 150 });
    const span = { organiserId: organiser.organiserId, fromDay: organiser.fromDay, toDay: organiser.toDay };
    expect(await community.must(NEIGHBOUR, 'certificate.preview', span)).toMatchObject({ holderName: '刘洋', times: 2, minutes: 150, works: [{ title: '给独居老人送餐', minutes: 90 }, { title: '打扫楼道', minutes: 60 }] });
    const issued = await community.must(NEIGHBOUR, 'certificate.request', { ...span, isNameShown: false });
    expect(issued).toMatchObject({ reader: 'holder', standing: 'valid', holderName: '刘洋', minutes: 150, minutesNow: 150, contactPhone: '0571-8800101', canRevoke: false });
    expect(issued.number).toMatch(/^([2-9A-HJKMNP-Z]{4}-){5}[2-9A-HJKMNP-Z]{4}$/);
    expect((await community.must(NEIGHBOUR, 'certificate.mine', {})).items).toMatchObject([{ certificateId: issued.certificateId, minutes: 150, times: 2, isRevoked: false }]);
    const own = community.documents<Certificate>('certificates').flatMap((certificate) => certificate.lines.map((line) => line.recordId));
    expect(own.map((recordId) => community.document<{ memberId: string }>('serviceRecords', recordId)?.memberId)).toEqual(Array(2).fill((await community.me(NEIGHBOUR)).memberId));
  });

  test('sent again it is the same; with other input refused; asked anew or twice at once the same facts stay one', async () => {
    const { organiserId, fromDay, toDay } = await organiserOf(community, POSTER);
    const input = { organiserId, fromDay, toDay, isNameShown: false };
    const operation = newOperation();
    const first = await community.must(POSTER, 'certificate.request', input, operation);
    expect(await community.must(POSTER, 'certificate.request', input, operation)).toEqual(first);
    expect(await community.refused(POSTER, 'certificate.request', { ...input, isNameShown: true }, operation)).toMatchObject({ code: 'OPERATION_REUSED' });
    const twice = await Promise.all([community.must(POSTER, 'certificate.request', input), community.must(POSTER, 'certificate.request', input)]);
    expect(twice.map((view) => view.number)).toEqual([first.number, first.number]);
    expect((await community.must(POSTER, 'certificate.mine', {})).items).toHaveLength(1);
  });

  test('anybody with the number learns that it is true, and no more than the holder allows', async () => {
    const issued = await certifyAll(community, MERCHANT);
    for (const typed of [issued.number, issued.number.toLowerCase().replaceAll('-', ' '), issued.codeText]) {
      const seen = await community.must(STRANGER, 'certificate.verify', { number: typed });
      expect(seen).toMatchObject({ standing: 'valid', holderName: '吴*', isNameShown: false, organiserName: '青枫社区', minutes: 45, certificateId: null });
      expect(seen.works.map((work) => work.placeText)).toEqual(['']);
      expect(JSON.stringify(seen)).not.toContain((await community.me(MERCHANT)).memberId);
    }
    expect(await community.refused(OUTSIDER, 'certificate.showName', { certificateId: issued.certificateId, isNameShown: true })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(MERCHANT, 'certificate.showName', { certificateId: issued.certificateId, isNameShown: true });
    expect(await community.must(STRANGER, 'certificate.verify', { number: issued.number })).toMatchObject({ holderName: '吴老板', isNameShown: true });
  });

  test('a guess and a slip answer the same plain sentence, and soon no guess at all', async () => {
    const { number } = await standing();
    // The first two neighbours that differ: of two alike nothing would be swapped.
    const place = [...number].findIndex((letter, index) => letter !== '-' && number[index + 1] !== '-' && number[index + 1] !== letter);
    const swapped = `${number.slice(0, place)}${number[place + 1] ?? ''}${number[place] ?? ''}${number.slice(place + 2)}`;
    const guesser = 'oTestGuesser';
    const wrong = ['', 'ABCD', '2222-2222-2222-2222-2222-2222', swapped, '<img>', '{"$ne":null}'];
    const answers = [];
    for (const typed of wrong) answers.push(await community.refused(guesser, 'certificate.verify', { number: typed }));
    expect(new Set(answers.map(({ code, message }) => `${code} ${message}`)).size).toBe(1);
    expect(answers[0]?.code).toBe('CERTIFICATE_UNKNOWN');
    expect(await community.refused(guesser, 'certificate.verify', { number: { $ne: null } })).toMatchObject({ code: 'BAD_INPUT' });
    let tries = wrong.length;
    for (; tries < 100; tries += 1) if ((await community.refused(guesser, 'certificate.verify', { number: 'ABCD' })).code === 'RATE_LIMITED') break;
    expect(tries).toBe(RULES.visitorCallsPerHour);
    // Also the right one, for the rest of the hour.
    expect(await community.refused(guesser, 'certificate.verify', { number })).toMatchObject({ code: 'RATE_LIMITED' });
  });

  test('nobody else opens it, and only an organiser that recorded something certifies', async () => {
    const { certificateId } = await standing();
    for (const openid of [NEIGHBOUR, OUTSIDER, OUTSIDE_STAFF]) expect(await community.refused(openid, 'certificate.get', { certificateId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(STAFF, 'certificate.get', { certificateId })).toMatchObject({ reader: 'staff', holderName: '赵阿姨', canRevoke: true });
    const { organiserId, fromDay, toDay } = await organiserOf(community, POSTER);
    expect(await community.refused(OUTSIDER, 'certificate.request', { organiserId, fromDay, toDay, isNameShown: false })).toMatchObject({ code: 'CERTIFICATE_EMPTY' });
    expect(await community.refused(POSTER, 'certificate.preview', { organiserId: 'og_other', fromDay, toDay })).toMatchObject({ code: 'CERTIFICATE_EMPTY' });
    expect(await community.refused(POSTER, 'certificate.preview', { organiserId, fromDay: '2020-01-01', toDay: '2020-12-31' })).toMatchObject({ code: 'CERTIFICATE_EMPTY' });
    expect(await community.refused(POSTER, 'certificate.preview', { organiserId, fromDay: toDay, toDay: '2020-01-01' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(STRANGER, 'certificate.choices', {})).toMatchObject({ code: 'NOT_JOINED' });
  });

  test('revoked by staff of the area: everybody sees it, the holder reads why, the same facts are not certified again', async () => {
    const { certificateId, number } = await standing();
    const act = { certificateId, reason: '名单记错了人' };
    expect(await community.refused(NEIGHBOUR, 'certificate.revoke', act)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDE_STAFF, 'certificate.revoke', act)).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(STAFF, 'certificate.revoke', { ...act, reason: '这里有违禁的话' })).toMatchObject({ code: 'TEXT_RISKY' });
    const operation = newOperation();
    expect(await community.must(STAFF, 'certificate.revoke', act, operation)).toMatchObject({ standing: 'revoked', why: act.reason, canRevoke: false });
    expect(await community.must(STAFF, 'certificate.revoke', act, operation)).toMatchObject({ standing: 'revoked' });
    expect(await community.refused(STAFF, 'certificate.revoke', act)).toMatchObject({ code: 'CERTIFICATE_OVER' });
    await community.runJobs();
    const seen = await community.must(STRANGER, 'certificate.verify', { number });
    expect(seen.standing).toBe('revoked');
    expect(seen.revokedAtMs).not.toBeNull();
    expect(JSON.stringify(seen)).not.toContain(act.reason);
    expect(community.documents<Notice>('notices').filter((notice) => notice.target.subjectId === certificateId)).toMatchObject([{ title: '一张志愿服务证明撤销了' }]);
    expect(community.documents<{ kind: string; subjectId: string }>('audit').filter((line) => line.subjectId === certificateId).map((line) => line.kind)).toEqual(['certificateRevoked']);
    const { organiserId, fromDay, toDay } = await organiserOf(community, POSTER);
    expect(await community.refused(POSTER, 'certificate.request', { organiserId, fromDay, toDay, isNameShown: false })).toMatchObject({ code: 'CERTIFICATE_TAKEN_BACK' });
  });

  test('records put right or taken back afterwards: checking tells what is so now, and the holder makes a new one', async () => {
    const first = (await community.must(NEIGHBOUR, 'certificate.mine', {})).items[0];
    const { memberId } = await community.me(NEIGHBOUR);
    const record = (title: string): ServiceRecord => {
      const found = community.documents<ServiceRecord>('serviceRecords').find((each) => each.memberId === memberId && each.title === title);
      if (found === undefined) throw new Error(`no record of ${title}`);
      return found;
    };
    const check = { number: first?.number ?? '' };
    const { _id, fromMs, toMs } = record('给独居老人送餐');
    await community.must(STAFF, 'service.correct', { recordId: _id, fromMs, toMs: toMs - 30 * 60_000, reason: '早走了半小时' });
    for (let run = 0; run < 3; run += 1) await community.runJobs();
    expect(await community.must(STRANGER, 'certificate.verify', check)).toMatchObject({ standing: 'changed', minutes: 150, minutesNow: 120, times: 2, timesNow: 2 });
    await community.must(STAFF, 'service.revoke', { recordId: record('打扫楼道')._id, reason: '那天没办成' });
    for (let run = 0; run < 3; run += 1) await community.runJobs();
    expect(await community.must(STRANGER, 'certificate.verify', check)).toMatchObject({ standing: 'changed', minutesNow: 60, timesNow: 1 });
    expect(await community.must(NEIGHBOUR, 'certificate.get', { certificateId: first?.certificateId ?? '' })).toMatchObject({ standing: 'changed' });
    const renewed = await certifyAll(community, NEIGHBOUR);
    expect(renewed).toMatchObject({ standing: 'valid', minutes: 60, times: 1 });
    expect(renewed.number).not.toBe(first?.number);
  });

  test('what somebody entered for themselves is theirs, not the organiser\'s', async () => {
    const before = await organiserOf(community, NEIGHBOUR);
    const toMs = community.nowMs() - 26 * 3_600_000;
    const secondCode = (await community.me(POSTER)).code;
    const entered = await community.must(NEIGHBOUR, 'service.backEnter', { memberCode: null, title: '帮邻居搬家', organiserName: '青枫社区', placeText: '枫林里', fromMs: toMs - 3_600_000, toMs, reason: '没带手机', secondCode });
    await community.must(POSTER, 'service.answerSecond', { recordId: entered.recordId, accept: true });
    for (let run = 0; run < 3; run += 1) await community.runJobs();
    expect(community.document<ServiceRecord>('serviceRecords', entered.recordId)?.state).toBe('counted');
    expect(await organiserOf(community, NEIGHBOUR)).toEqual(before);
    expect((await community.must(NEIGHBOUR, 'certificate.choices', {})).organisers).toHaveLength(1);
  });

  test('whoever leaves takes their name along; what they hold in hand can still be checked', async () => {
    const { number } = await certifyAll(community, LEAVER, true);
    await community.must(LEAVER, 'member.leave', {});
    await community.runJobs();
    const seen = await community.must(STRANGER, 'certificate.verify', { number });
    expect(seen).toMatchObject({ standing: 'valid', minutes: 30, isNameShown: false });
    expect(JSON.stringify(community.documents('certificates'))).not.toContain('要搬走的');
  });
});
