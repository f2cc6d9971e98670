import * as v from 'valibot';
import { cursorSchema, emptySchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { Skill } from './vocabulary';

/** What is certified: hours of service, or a training attended. */
export const CERTIFICATE_KINDS = ['service', 'training'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];
export const CERTIFICATE_KIND_LABEL: Readonly<Record<CertificateKind, string>> = { service: '志愿服务证明', training: '培训证明' };

/** How a certificate stands now. `changed`: records under it were put right since, so the sum is another one. */
export const CERTIFICATE_STANDINGS = ['valid', 'changed', 'revoked'] as const;
export type CertificateStanding = (typeof CERTIFICATE_STANDINGS)[number];
export const CERTIFICATE_STANDING_LABEL: Readonly<Record<CertificateStanding, string>> = { valid: '有效', changed: '有变更', revoked: '已撤销' };

/** One kind of work under a certificate: what, where, how often, how long. Days are YYYY-MM-DD in UTC+8. */
export interface CertificateWork {
  readonly title: string;
  readonly placeText: string;
  readonly times: number;
  readonly minutes: number;
  readonly fromDay: string;
  readonly toDay: string;
}

/** An organiser that recorded hours of the reader's. */
export interface CertificateOrganiserView {
  readonly organiserId: string;
  readonly organiserName: string;
  readonly times: number;
  readonly minutes: number;
  readonly fromDay: string;
  readonly toDay: string;
}

export interface CertificateChoicesView {
  /** As it will stand on the certificate. */
  readonly holderName: string;
  readonly organisers: readonly CertificateOrganiserView[];
  /** Only the newest records were looked at. */
  readonly isCut: boolean;
}

/** What a certificate of this span would say; nothing is issued. */
export interface CertificateSumView {
  readonly organiserName: string;
  readonly holderName: string;
  readonly times: number;
  readonly minutes: number;
  readonly works: readonly CertificateWork[];
}

export interface CertificateRowView {
  readonly certificateId: string;
  /** In groups of four, as one reads it out. */
  readonly number: string;
  readonly kind: CertificateKind;
  readonly skill: Skill | null;
  readonly organiserName: string;
  readonly holderName: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly times: number;
  readonly minutes: number;
  readonly issuedAtMs: number;
  readonly isRevoked: boolean;
}

/** What both its page and the verifying page tell of it. */
export interface CertificateFacts {
  readonly number: string;
  readonly kind: CertificateKind;
  /** What a training taught; null for hours. */
  readonly skill: Skill | null;
  readonly standing: CertificateStanding;
  readonly organiserName: string;
  /** Whom to ask about it: the organiser's duty phone. */
  readonly contactPhone: string;
  readonly fromDay: string;
  readonly toDay: string;
  /** When it was issued, and by the records as they are now. */
  readonly minutes: number;
  readonly minutesNow: number;
  readonly times: number;
  readonly timesNow: number;
  readonly works: readonly CertificateWork[];
  readonly issuedAtMs: number;
  readonly revokedAtMs: number | null;
}

/** One's own, or one of the area for staff. */
export interface CertificateView extends CertificateFacts {
  readonly certificateId: string;
  readonly reader: 'holder' | 'staff';
  readonly holderName: string;
  /** Whoever verifies reads the whole name. */
  readonly isNameShown: boolean;
  /** What the drawn code says. */
  readonly codeText: string;
  /** Why it was revoked; empty while it is not. */
  readonly why: string;
  readonly canRevoke: boolean;
}

/** What anybody learns who has the number. Places, and why it was revoked, are not told. */
export interface CertificateCheckView extends CertificateFacts {
  /** Masked unless the holder said otherwise. */
  readonly holderName: string;
  readonly isNameShown: boolean;
  /** Only for its holder and staff of the area, who may open it. */
  readonly certificateId: string | null;
}

const daySchema = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期不对'));
const span = { organiserId: idSchema, fromDay: daySchema, toDay: daySchema };
const ref = { certificateId: idSchema };
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export const CERTIFICATE_ROUTES = {
  /** Organisers that recorded hours of the caller's, the most hours first. */
  'certificate.choices': route<CertificateChoicesView>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'certificate.preview': route<CertificateSumView>()({ input: v.strictObject(span), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Issued at once, by the organiser's records alone. The same facts have one certificate, however often they are asked for. */
  'certificate.request': route<CertificateView>()({ input: v.strictObject({ ...span, isNameShown: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.asked, quota: 'certificate' }),
  'certificate.mine': route<Page<CertificateRowView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** For its holder and staff of the area; for anybody else it is not there. */
  'certificate.get': route<CertificateView>()({ input: v.strictObject(ref), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Whether whoever verifies reads the whole name; by the holder. */
  'certificate.showName': route<CertificateView>()({ input: v.strictObject({ ...ref, isNameShown: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Anybody with the number, joined or not. A number nobody was given and one that is none answer the same. */
  'certificate.verify': route<CertificateCheckView>()({ input: v.strictObject({ number: v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.certificateNumberCharacters, '编号太长了')) }), mutating: false, access: 'anonymous', requestBudget: BUDGET.verify, quota: 'verify' }),
  /** By staff of the area, with the reason that the holder reads. */
  'certificate.revoke': route<CertificateView>()({ input: v.strictObject({ ...ref, reason: textSchema(LIMITS.noteCharacters, '请写一句为什么，本人看得到') }), mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
} as const;
