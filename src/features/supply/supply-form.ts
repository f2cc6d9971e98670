import { supplyWordsSchema, WEEK_SLOTS_ALL, type MeView, type Skill, type SupplyAsInput, type SupplyView, type SupplyWordsInput, type TradeCertificate, type UnitView, type WishCategory } from '@contract';
import { checkForm, type FormErrors, inFormWords } from '@/lib/form-errors';

/** An offer as it is filled in; kept on the phone until it is sent. */
export interface SupplyForm {
  /** Key of the name it is offered in. */
  readonly asKey: string;
  readonly organisationName: string;
  readonly category: WishCategory | null;
  readonly title: string;
  readonly words: string;
  readonly conditions: string;
  readonly skills: readonly Skill[];
  readonly certificates: readonly TradeCertificate[];
  /** Empty: the whole community. */
  readonly areaId: string;
  /** The 小区 the shop, unit or organisation is in; empty: not told, or as it stands. */
  readonly seatAreaId: string;
  readonly slots: number;
  readonly capacityPerWeek: number;
}

export const EMPTY_SUPPLY: SupplyForm = { asKey: '', organisationName: '', category: null, title: '', words: '', conditions: '', skills: [], certificates: [], areaId: '', seatAreaId: '', slots: 0, capacityPerWeek: 2 };

/** As it stands on the server, for changing it. */
export function formOfSupply(supply: SupplyView): SupplyForm {
  const { category, title, words, conditions, skills, certificates, areaId, slots, capacityPerWeek } = supply;
  return { ...EMPTY_SUPPLY, category, title, words, conditions, skills, certificates, areaId, slots: Math.min(slots, WEEK_SLOTS_ALL), capacityPerWeek };
}

/** A name something may be offered in, and the community it is for. */
export interface SupplyName {
  readonly key: string;
  readonly label: string;
  readonly as: SupplyAsInput;
  readonly communityId: string;
}

const ORGANISATION_KEY = 'organisation';
const STAFF: ReadonlySet<string> = new Set(['administrator', 'staff', 'socialWorker']);

/** A role held for one's own community or above counts there; one held elsewhere counts where it is. */
const communityOfRole = (roleAreaId: string, ownId: string): string => (ownId === roleAreaId || ownId.startsWith(`${roleAreaId}-`) ? ownId : roleAreaId);

/** Pure: shops first, since who has one mostly acts for it; then oneself, one's units, and for staff an organisation they keep. */
export function supplyNames(me: Pick<MeView, 'roles' | 'displayName' | 'communityId'>, units: readonly Pick<UnitView, 'unitId' | 'name' | 'isContact' | 'state'>[]): readonly SupplyName[] {
  const shops = me.roles.filter(({ role }) => role === 'merchant').map((held): SupplyName => ({ key: `shop:${held.areaId}`, label: `我的店“${held.merchantName ?? me.displayName}”`, as: { kind: 'merchant' }, communityId: communityOfRole(held.areaId, me.communityId) }));
  const self: SupplyName = { key: 'self', label: '我自己', as: { kind: 'member' }, communityId: me.communityId };
  const mine = units.filter(({ isContact, state }) => isContact && state === 'active').map((unit): SupplyName => ({ key: unit.unitId, label: `单位“${unit.name}”`, as: { kind: 'unit', unitId: unit.unitId }, communityId: me.communityId }));
  const desk = me.roles.find(({ role }) => STAFF.has(role));
  const organisation: readonly SupplyName[] = desk === undefined ? [] : [{ key: ORGANISATION_KEY, label: '替一个社会组织登记', as: { kind: 'organisation', name: '' }, communityId: communityOfRole(desk.areaId, me.communityId) }];
  return [...shops, self, ...mine, ...organisation];
}

export type SupplyCheck = { readonly words: SupplyWordsInput; readonly as: SupplyAsInput; readonly errors: null } | { readonly words: null; readonly errors: FormErrors };

/** The same schema as on the server. `point`: what stands there already, so that changing words does not lose it; a 小区 that is chosen now takes its place. */
export function checkSupplyForm(form: SupplyForm, name: SupplyName, point: SupplyWordsInput['point']): SupplyCheck {
  const { category, title, words, conditions, skills, certificates, areaId, seatAreaId, slots, capacityPerWeek, organisationName } = form;
  const isResident = name.as.kind === 'member';
  const seat = isResident || seatAreaId === '' ? null : seatAreaId;
  const checked = checkForm(supplyWordsSchema, { category: category ?? undefined, title, words, conditions, skills, certificates: isResident ? [] : certificates, areaId: areaId === '' ? name.communityId : areaId, point: seat === null ? point : null, seatAreaId: seat, slots, capacityPerWeek });
  const nameless = name.as.kind === 'organisation' && organisationName.trim() === '';
  if (checked.isOk && !nameless) return { words: checked.value, as: name.as.kind === 'organisation' ? { kind: 'organisation', name: organisationName.trim() } : name.as, errors: null };
  const errors = checked.isOk ? {} : inFormWords(checked.errors);
  return { words: null, errors: { ...errors, ...(category === null && { category: '请选一类' }), ...(nameless && { 'as.name': '请写组织的名字' }) } };
}
