import { LIMITS, type ApiContract, type CertificateCheckView, type CertificateChoicesView, type CertificateOrganiserView, type CertificateRowView, type CertificateSumView, type CertificateView, type Page } from '@contract';
import * as v from 'valibot';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { OutcomeOf } from '../aggregate/change';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { checkText } from '../platform/content-check';
import type { CallContext, MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { store } from '../platform/store';
import { spendVisitorCall } from '../quota/visitor-calls.quota';
import { RULES } from '../rules';
import { answeringArea, certificateIdOf, minutesOf, newServiceCertificate, organisationOf, worksOf, type Certificate, type CountedRecord } from './certificate';
import type { CertificateEvent } from './certificate-event';
import { CERTIFICATE_KIND } from './certificate-kind';
import { drawNumber, readNumber } from './certificate-number';
import { CERTIFICATE_ROW_FIELDS, certificateCheckView, certificateReaderOf, certificateRowView, certificateView } from './certificate-view';
import { decideRevoke, decideShowName } from './change-certificate';
import { countedRecordsOf, countNow, newestCounted } from './counted-records.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type Span = Pick<Parsed<'certificate.preview'>, 'organiserId' | 'fromDay' | 'toDay'>;

const repository = aggregateRepository<Certificate, CertificateEvent>('certificates');

const organiserView = (organiserId: string, records: readonly CountedRecord[]): CertificateOrganiserView => {
  const days = records.map((record) => record.day).sort();
  const [first] = records;
  return { organiserId, organiserName: first?.organiserName ?? '', times: records.length, minutes: records.reduce((sum, record) => sum + record.countedMinutes, 0), fromDay: days[0] ?? '', toDay: days.at(-1) ?? '' };
};

export const listChoices = async ({ member }: MemberContext): Promise<CertificateChoicesView> => {
  const found = await newestCounted(member._id);
  const byOrganiser = new Map<string, CountedRecord[]>();
  for (const record of found.slice(0, RULES.certificate.recordsRead)) {
    const organiserId = organisationOf(record);
    if (organiserId !== null) byOrganiser.set(organiserId, [...(byOrganiser.get(organiserId) ?? []), record]);
  }
  return { holderName: member.displayName, organisers: [...byOrganiser].map(([organiserId, records]) => organiserView(organiserId, records)).sort((a, b) => b.minutes - a.minutes), isCut: found.length > RULES.certificate.recordsRead };
};

/** Refuses BAD_INPUT (days the wrong way round), CERTIFICATE_EMPTY, CERTIFICATE_LONG. */
const recordsOfSpan = async (member: Member, { organiserId, fromDay, toDay }: Span): Promise<readonly CountedRecord[]> => {
  if (fromDay > toDay) fail('BAD_INPUT', { fields: { toDay: '结束的日子要在开始以后' } });
  const found = await countedRecordsOf(member._id, fromDay, toDay);
  const records = found.filter((record) => organisationOf(record) === organiserId);
  if (found.length > RULES.certificate.recordsRead || records.length > RULES.certificate.recordsMax) fail('CERTIFICATE_LONG');
  return records.length === 0 ? fail('CERTIFICATE_EMPTY') : records;
};

export const previewCertificate = async ({ member }: MemberContext, input: Parsed<'certificate.preview'>): Promise<CertificateSumView> => {
  const records = await recordsOfSpan(member, input);
  const lines = records.map((record) => ({ ...record, recordId: record._id, minutes: record.countedMinutes }));
  return { organiserName: records[0]?.organiserName ?? '', holderName: member.displayName, times: lines.length, minutes: minutesOf(lines), works: worksOf(lines) };
};

/** As it is in the moment of issuing: nothing of it can have changed yet. */
const freshView = (certificate: Certificate): CertificateView => certificateView(certificate, { times: certificate.lines.length, minutes: certificate.minutes }, 'holder');
const viewOf = async (certificate: Certificate, reader: 'holder' | 'staff'): Promise<CertificateView> => certificateView(certificate, await countNow(certificate), reader);

/** The same facts were certified before, by another act: that certificate is the answer. Refuses CERTIFICATE_TAKEN_BACK. */
const standingOne = async (factsKey: string): Promise<CertificateView> => {
  const [standing] = await repository.list({ where: { factsKey }, limit: 1 });
  if (standing === undefined) return fail('BUSY');
  return standing.state === 'revoked' ? fail('CERTIFICATE_TAKEN_BACK') : freshView(standing);
};

export const requestCertificate = async (context: MemberContext, input: Parsed<'certificate.request'>): Promise<CertificateView> => {
  const step = stepOf(context, input);
  const known = await repository.find(certificateIdOf(step.operationId));
  if (known !== null) return known.steps[step.operationId] === step.inputHash ? viewOf(known, 'holder') : fail('OPERATION_REUSED');
  const records = await recordsOfSpan(context.member, input);
  const [newest] = records;
  const area = newest === undefined ? null : await findArea(answeringArea(newest));
  const certificate = newServiceCertificate({ ...input, holder: context.member, records, contactPhone: area?.dutyPhone ?? context.member.dutyPhone, number: drawNumber() }, step);
  if ((await repository.insert(certificate)) === 'exists') return standingOne(certificate.factsKey);
  await settleAfterCommand(CERTIFICATE_KIND, certificate._id, context.nowMs, context.requestId);
  return freshView(certificate);
};

const PLACE = v.tuple([v.number(), v.string()]);
const ORDER = [['issuedAtMs', 'desc'], ['_id', 'desc']] as const;

/** One's own, the newest first. */
export const myCertificates = async ({ member }: MemberContext, { cursor }: Parsed<'certificate.mine'>): Promise<Page<CertificateRowView>> => {
  const where = whereAfter({ memberId: member._id }, ORDER, decodeCursor(cursor, PLACE));
  const found = await store.query<Certificate>('certificates', { where, order: ORDER, limit: LIMITS.pageSize + 1, fields: CERTIFICATE_ROW_FIELDS });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  return { items: page.map(certificateRowView), nextCursor: found.length > page.length && end ? encodeCursor([end.issuedAtMs, end._id]) : null };
};

export const getCertificate = async ({ member }: MemberContext, { certificateId }: Parsed<'certificate.get'>): Promise<CertificateView> => {
  const certificate = await repository.get(certificateId);
  return viewOf(certificate, certificateReaderOf(certificate, member) ?? fail('NOT_FOUND'));
};

const act = async (context: MemberContext, certificateId: string, reader: 'holder' | 'staff', decide: (certificate: Certificate) => Result<OutcomeOf<CertificateEvent>>): Promise<CertificateView> =>
  viewOf(await changeAggregate(CERTIFICATE_KIND, context, certificateId, decide), reader);

export const showName = (context: MemberContext, input: Parsed<'certificate.showName'>): Promise<CertificateView> =>
  act(context, input.certificateId, 'holder', (certificate) => decideShowName(certificate, input.isNameShown, context.member, stepOf(context, input)));

export const revokeCertificate = async (context: MemberContext, input: Parsed<'certificate.revoke'>): Promise<CertificateView> => {
  if ((await checkText(context.openid, [input.reason])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法。', fields: { reason: '请换个说法' } });
  return act(context, input.certificateId, 'staff', (certificate) => decideRevoke(certificate, input.reason, context.member, stepOf(context, input)));
};

/** Every try counts against the caller's hour, whatever it finds; a member's was counted before this. Refuses RATE_LIMITED, CERTIFICATE_UNKNOWN. */
export const verifyCertificate = async (context: CallContext & { readonly member: Member | null }, input: Parsed<'certificate.verify'>): Promise<CertificateCheckView> => {
  if (context.member === null) await spendVisitorCall(context.callerId, context.nowMs);
  const number = readNumber(input.number);
  if (number === null) return fail('CERTIFICATE_UNKNOWN');
  const [certificate] = await repository.list({ where: { number }, limit: 1 });
  return certificate === undefined ? fail('CERTIFICATE_UNKNOWN') : certificateCheckView(certificate, await countNow(certificate), context.member);
};
