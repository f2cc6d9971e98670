import type { ApiContract, TradeCertificate } from '@contract';
import type { Change } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { homesOf, worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { keepsSupply, type CertificatesAsked, type Supply, type SupplyEvent, type SupplyOutcome } from './supply';

type Marks = Pick<Supply, 'certificates' | 'seen' | 'certificatesAskedAtMs'>;
type Check = ApiContract['supply.checkCertificate']['parsed'];

/** Pure: which certificates stand, which of them are seen, and whether staff are asked to look: as long as one is unseen. */
export const certificateMarks = (supply: Pick<Supply, 'certificatesAskedAtMs'>, certificates: Supply['certificates'], seen: Supply['seen'], nowMs: number): { readonly set: Marks; readonly asked: CertificatesAsked } => {
  const kept = Object.fromEntries(Object.entries(seen).filter(([certificate]) => certificates.some((named) => named === certificate))) as Supply['seen'];
  const askedAtMs = certificates.every((certificate) => kept[certificate] !== undefined) ? null : (supply.certificatesAskedAtMs ?? nowMs);
  return { set: { certificates, seen: kept, certificatesAskedAtMs: askedAtMs }, asked: { beforeMs: supply.certificatesAskedAtMs, nowMs: askedAtMs } };
};

/** Whether somebody of the staff has a part in it themselves: their own shop, their unit, their home. */
export const hasPartIn = (supply: Supply, member: Member, isKeeper: boolean): boolean =>
  supply.peopleIds.includes(member._id) || homesOf(member).some((home) => supply.householdIds.includes(home)) || (isKeeper && supply.partyKind !== 'organisation');

/** Staff have looked at the paper. Refuses NOT_FOUND, SUPPLY_OWN, SUPPLY_CHANGED, BAD_INPUT, OPERATION_REUSED. */
export const decideCheckCertificate = (supply: Supply, { certificate, finding }: Pick<Check, 'certificate' | 'finding'>, actor: Member, step: Step): Result<SupplyOutcome> => {
  if (!worksAt(actor, supply.communityId)) return refuse('NOT_FOUND');
  const known = knownStep(supply.steps, step);
  if (known !== null) return known;
  if (hasPartIn(supply, actor, keepsSupply(supply, actor))) return refuse('SUPPLY_OWN');
  if (supply.state === 'ended' || !supply.certificates.includes(certificate) || supply.seen[certificate] !== undefined) return refuse('SUPPLY_CHANGED');
  if (finding.kind === 'seen' && (finding.untilMs <= step.nowMs || finding.untilMs > step.nowMs + RULES.supply.certificateMaxMs)) return refuse('BAD_INPUT', { fields: { untilMs: '有效期要在今天以后，六年以内' } });
  const isStruck = finding.kind === 'struck';
  const certificates = isStruck ? supply.certificates.filter((named) => named !== certificate) : supply.certificates;
  const seen = finding.kind === 'seen' ? { ...supply.seen, [certificate]: { seenAtMs: step.nowMs, untilMs: finding.untilMs, byId: step.actorId } } : supply.seen;
  const marks = certificateMarks(supply, certificates, seen, step.nowMs);
  return accept(versionChanged<SupplyEvent>(supply, step, { ...marks.set, updatedAtMs: step.nowMs }, { kind: 'certificateChecked', isStruck, certificate, note: finding.kind === 'struck' ? finding.note : '', certificates: marks.asked, ...bySomebody(step) }));
};

/** Pure: the one that runs out first; null where none is seen. */
export const firstToEnd = ({ seen }: Pick<Supply, 'seen'>): { readonly certificate: TradeCertificate; readonly untilMs: number } | null =>
  Object.entries(seen).map(([certificate, { untilMs }]) => ({ certificate: certificate as TradeCertificate, untilMs })).sort((a, b) => a.untilMs - b.untilMs || (a.certificate < b.certificate ? -1 : 1))[0] ?? null;

/** An offer from before certificates were looked at: staff are asked now. */
export const certificatesUnaskedByClock = (supply: Supply, nowMs: number): Change<SupplyEvent> => {
  const marks = certificateMarks(supply, supply.certificates, supply.seen, nowMs);
  return versionMoved<SupplyEvent>(supply, { ...marks.set }, { kind: 'certificatesUnasked', certificates: marks.asked, ...byClock(supply._id, 'certificatesUnasked', '', nowMs) });
};

/** What was seen no longer holds: it waits for staff again. */
export const certificateOverByClock = (supply: Supply, certificate: TradeCertificate, nowMs: number): Change<SupplyEvent> => {
  const { [certificate]: over, ...seen } = supply.seen;
  const marks = certificateMarks(supply, supply.certificates, seen, nowMs);
  return versionMoved<SupplyEvent>(supply, { ...marks.set }, { kind: 'certificateOver', certificate, certificates: marks.asked, ...byClock(supply._id, 'certificateOver', `${certificate}:${over?.untilMs ?? 0}`, nowMs) });
};
