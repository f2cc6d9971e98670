import { refusalOf, carriedOut } from '../aggregate/aggregate.fixtures';
import type { Step } from '../aggregate/step';
import type { Member } from '../member/member';
import { isCertificateCoherent, organisationOf, newServiceCertificate, worksOf, type Certificate, type CountedRecord } from './certificate';
import type { CertificateEvent } from './certificate-event';
import { CERTIFICATE_KIND } from './certificate-kind';
import { certificateCheckView, certificateView } from './certificate-view';
import { decideRevoke, decideShowName } from './change-certificate';

const NOW_MS = 1_800_000_000_000;
const step = (operationId: string, inputHash = 'h'): Step => ({ actorId: 'm_1', operationId, inputHash, nowMs: NOW_MS });
const record = (id: string, day: string, minutes: number, more: Partial<CountedRecord> = {}): CountedRecord => ({
  _id: id, organiserId: 'm_drafter', organiserName: '青枫社区', source: 'roster', memberId: 'm_1', recordedById: 'm_lead', areaIds: ['d', 'd-s', 'd-s-c'], title: '给独居老人送餐', placeText: '驿站', day, countedMinutes: minutes, ...more,
});
const holder = { _id: 'm_1', displayName: '林晓' };
const issued = (records: readonly CountedRecord[], operationId = 'op_1'): Certificate =>
  newServiceCertificate({ holder, records, fromDay: '2027-01-01', toDay: '2027-01-31', contactPhone: '0731-1', isNameShown: false, number: '2'.repeat(24) }, step(operationId));
const staff = (id: string, areaId = 'd-s-c'): Member => ({ _id: id, roles: [{ role: 'staff', areaId, areaName: '', merchantName: null, grantedBy: '', grantedAtMs: 0 }] }) as unknown as Member;
const RECORDS = [record('sr_b', '2027-01-09', 90), record('sr_a', '2027-01-02', 60), record('sr_c', '2027-01-20', 150, { title: '探访' })];

describe('a certificate of hours', () => {
  test('adds up what it lists, and the same records in any order are the same facts', () => {
    const certificate = issued(RECORDS);
    expect(certificate).toMatchObject({ minutes: 300, organiserName: '青枫社区', state: 'valid', holderName: '林晓' });
    expect(certificate.lines.map((line) => line.recordId)).toEqual(['sr_a', 'sr_b', 'sr_c']);
    expect(isCertificateCoherent(certificate)).toBe(true);
    expect(issued([...RECORDS].reverse(), 'op_2').factsKey).toBe(certificate.factsKey);
    expect(issued(RECORDS.slice(1), 'op_2').factsKey).not.toBe(certificate.factsKey);
    expect(issued([record('sr_b', '2027-01-09', 89), ...RECORDS.slice(1)]).factsKey).not.toBe(certificate.factsKey);
    expect(() => issued([])).toThrow();
  });

  test('holds nothing that the person entered for themselves', () => {
    const by = (source: string, recordedById: string, organiserId: string | null = 'm_drafter'): boolean => organisationOf(record('sr_a', '2027-01-02', 60, { source, recordedById, organiserId })) !== null;
    expect([by('roster', 'm_lead'), by('roster', 'm_1'), by('backEntry', 'm_lead'), by('backEntry', 'm_1'), by('backEntry', 'm_lead', null)]).toEqual([true, true, true, false, false]);
  });

  test('one organisation is one, whoever drafted the activity; a team of the same place another', () => {
    const of = (more: Partial<CountedRecord>): string | null => organisationOf(record('sr_a', '2027-01-02', 60, more));
    expect(of({ organiserId: 'm_other' })).toBe(of({}));
    expect(of({ areaIds: ['d', 'd-s', 'd-s-c', 'd-s-c-g'] })).toBe(of({}));
    expect(new Set([of({}), of({ organiserName: '青枫志愿队' }), of({ areaIds: ['d', 'd-s', 'd-s-x'] })]).size).toBe(3);
  });

  test('tells kinds of work together, the most minutes first', () => {
    expect(worksOf(issued(RECORDS).lines)).toEqual([
      { title: '给独居老人送餐', placeText: '驿站', times: 2, minutes: 150, fromDay: '2027-01-02', toDay: '2027-01-09' },
      { title: '探访', placeText: '驿站', times: 1, minutes: 150, fromDay: '2027-01-20', toDay: '2027-01-20' },
    ]);
  });

  test('shows a stranger a masked name and no place; the whole name when its holder says so', () => {
    const certificate = issued(RECORDS);
    const now = { times: 3, minutes: 300 };
    expect(certificateCheckView(certificate, now, null)).toMatchObject({ holderName: '林*', isNameShown: false, certificateId: null, standing: 'valid', number: '2222-2222-2222-2222-2222-2222' });
    expect(certificateCheckView(certificate, now, null).works.map((work) => work.placeText)).toEqual(['', '']);
    expect(certificateCheckView({ ...certificate, isNameShown: true }, now, staff('m_9')).holderName).toBe('林晓');
    expect(certificateCheckView(certificate, now, staff('m_9')).certificateId).toBe(certificate._id);
    expect(certificateCheckView(certificate, now, staff('m_9', 'd-s-other')).certificateId).toBeNull();
    expect(JSON.stringify(certificateCheckView(certificate, now, null))).not.toContain('m_1');
  });

  test('says that it changed when its records add up to something else, or fewer of them to the same', () => {
    const certificate = issued(RECORDS);
    expect(certificateView(certificate, { times: 3, minutes: 299 }, 'holder')).toMatchObject({ standing: 'changed', minutes: 300, minutesNow: 299 });
    expect(certificateView(certificate, { times: 2, minutes: 300 }, 'holder').standing).toBe('changed');
    expect(certificateView({ ...certificate, state: 'revoked' }, { times: 3, minutes: 300 }, 'holder').standing).toBe('revoked');
  });
});

describe('changing it', () => {
  const revoked = (certificate: Certificate): Certificate => carriedOut<CertificateEvent, Certificate>(certificate, decideRevoke(certificate, '名单记错了', staff('m_9'), { ...step('op_9'), actorId: 'm_9' }));

  test('staff of the area revoke it, once and for good; nobody their own', () => {
    const certificate = issued(RECORDS);
    expect(refusalOf(decideRevoke(certificate, '错了', staff('m_9', 'd-s-other'), step('op_9')))).toBe('OUT_OF_AREA');
    expect(refusalOf(decideRevoke(certificate, '错了', staff('m_1'), step('op_9')))).toBe('NOT_ALLOWED');
    const after = revoked(certificate);
    expect(after).toMatchObject({ state: 'revoked', revokedAtMs: NOW_MS, why: '名单记错了' });
    expect(isCertificateCoherent(after)).toBe(true);
    expect(refusalOf(decideRevoke(after, '又错了', staff('m_9'), step('op_10')))).toBe('CERTIFICATE_OVER');
    expect(decideRevoke(after, '名单记错了', staff('m_9'), step('op_9'))).toEqual({ ok: true, value: { kind: 'replay' } });
    expect(refusalOf(decideRevoke(after, '别的', staff('m_9'), step('op_9', 'other')))).toBe('OPERATION_REUSED');
  });

  test('its holder reads why; the log keeps who', () => {
    const after = revoked(issued(RECORDS));
    const events = Object.values(after.outbox);
    const effects = events.flatMap((event) => CERTIFICATE_KIND.effectsOf(after, event));
    expect(effects.map((effect) => effect.kind)).toEqual(['notice', 'audit']);
    expect(effects[0]).toMatchObject({ memberId: 'm_1', title: '一张志愿服务证明撤销了', body: '名单记错了。有话请打 0731-1。' });
    expect(effects[1]).toMatchObject({ line: { kind: 'certificateRevoked', byId: 'm_9' } });
  });

  test('only its holder says who reads the whole name', () => {
    const certificate = issued(RECORDS);
    const holding = { _id: 'm_1', roles: [] } as unknown as Member;
    expect(refusalOf(decideShowName(certificate, true, staff('m_9'), step('op_3')))).toBe('NOT_FOUND');
    expect(carriedOut<CertificateEvent, Certificate>(certificate, decideShowName(certificate, true, holding, step('op_3'))).isNameShown).toBe(true);
  });
});
