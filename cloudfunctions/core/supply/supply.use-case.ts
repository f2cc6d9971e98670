import type { ApiContract, SupplyRef, SupplyView } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import type { Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { findArea, findAreas } from '../area/area.repository';
import { merchantGiver } from '../claim/giver';
import { isOfCommunity } from '../directed/directed-access';
import { ancestorAt, levelOf } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { fail, unwrap, type Result } from '../kernel/result';
import { isPlace } from '../match/place';
import { homesOf, partiesOf, worksAt, type Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { RULES } from '../rules';
import { checkWords } from '../shift/words-check.use-case';
import { givingShopsOf } from '../shop/shop.repository';
import { assertShopGives } from '../shop/shop-gives.use-case';
import { unitRepository } from '../unit/unit.repository';
import { forbiddenGoodsIn } from '../wish/negative-list';
import { decideCheckCertificate } from './check-certificate';
import { decideConfirm, decideEnd, decidePause, decideSave } from './change-supply';
import { keepsSupply, newSupply, supplyIdOf, type Supply, type SupplyOutcome, type SupplyParty, type SupplyWords } from './supply';
import { SUPPLY_KIND } from './supply-kind';
import { supplyRefOf, supplyView } from './supply-view';
import { suppliesKeptBy, supplyRepository } from './supply.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type Save = Parsed<'supply.save'>;

/** Clocks and counts change it too: whoever lost decides anew. */
const TRIES = 3;

interface Place {
  readonly communityId: string;
  readonly communityName: string;
  readonly areaName: string;
  readonly point: SupplyWords['point'];
}

const own = (member: Member, areaId: string): string | null => (areaId === member.communityId ? member.communityName : areaId === member.gridId ? member.gridName : null);

/** The node it serves, with its names, and where whoever offers says to be: the middle of a 小区. One or two requests where not all is the reader's own. Refuses NOT_FOUND, BAD_INPUT. */
const placeOf = async (member: Member, { areaId, seatAreaId }: Pick<Save, 'areaId' | 'seatAreaId'>): Promise<Place> => {
  const communityId = ancestorAt(areaId, 'community');
  if (communityId === null) return fail('BAD_INPUT', { fields: { areaId: '请选到社区或小区这一级' } });
  const known = own(member, areaId);
  const asked = [...new Set([...(known === null ? [areaId] : []), ...(seatAreaId === null ? [] : [seatAreaId])])];
  const nodes = asked.length === 0 ? null : await findAreas(asked);
  const seat = seatAreaId === null ? null : (nodes?.get(seatAreaId)?.point ?? fail('BAD_INPUT', { fields: { seatAreaId: '这个小区还没有标在图上，换一个，或者先不说' } }));
  if (known !== null) return { communityId, communityName: member.communityName, areaName: known, point: seat ?? member.point };
  const area = nodes?.get(areaId) ?? fail('NOT_FOUND');
  const communityName = communityId === member.communityId ? member.communityName : levelOf(areaId) === 'community' ? area.name : ((await findArea(communityId)) ?? fail('NOT_FOUND')).name;
  return { communityId, communityName, areaName: area.name, point: seat ?? area.point };
};

const rounded = (value: number): number => Math.round(value * RULES.supply.placeSteps) / RULES.supply.placeSteps;

/** Refuses WISH_NOT_ALLOWED_GOODS, BAD_INPUT for a place that can't be. */
const wordsOf = (input: Save, place: Place, member: Member, isResident: boolean): SupplyWords => {
  const { category, title, words, conditions, skills, certificates, areaId, slots, capacityPerWeek, point } = input;
  if (category === 'goods' && forbiddenGoodsIn({ title, shareNote: conditions, story: words }) !== null) fail('WISH_NOT_ALLOWED_GOODS', { message: '药品、婴儿奶粉、散装熟食这些不能登记，别的都欢迎。', fields: { title: '请换一样' } });
  if (point !== null && !isPlace(point.lat, point.lng)) fail('BAD_INPUT', { fields: { point: '这个位置不对，经度和纬度可能写反了' } });
  const told = point === null ? place.point : { lng: rounded(point.lng), lat: rounded(point.lat) };
  return { category, title, words, conditions, skills: [...new Set(skills)], certificates: isResident ? [] : [...new Set(certificates)], areaId, areaName: place.areaName, slots, capacityPerWeek, point: isResident ? member.point : told };
};

/** As whom: oneself in one's own community, a shop where it is admitted, a unit in its own, an organisation by staff there. One request for a unit or a shop. */
const partyOf = async ({ member }: MemberContext, as: Save['as'], { communityId, communityName }: Place): Promise<SupplyParty> => {
  const placed = { communityId, communityName };
  const self = { partyId: member._id, keeperId: member._id, peopleIds: [member._id], householdIds: homesOf(member) };
  switch (as.kind) {
    case 'member':
      if (communityId !== member.communityId) return fail('OUT_OF_AREA', { message: '用自己的名义，只能登记在自己的社区。' });
      return { ...placed, ...self, partyKind: 'member', partyName: member.displayName };
    case 'merchant': {
      const shops = await givingShopsOf(member);
      const { partyId, name } = unwrap(merchantGiver(member, communityId, null, shops));
      const peopleIds = shops.find(({ _id }) => _id === partyId)?.memberIds ?? self.peopleIds;
      return { ...placed, ...self, partyKind: 'merchant', partyId, keeperId: partyId, partyName: name, peopleIds };
    }
    case 'unit': {
      const unit = partiesOf(member).includes(as.unitId) ? await unitRepository.find(as.unitId) : null;
      if (unit === null || unit.state !== 'active' || unit.contactId !== member._id) return fail('UNIT_NOT_YOURS');
      if (unit.communityId !== communityId) return fail('OUT_OF_AREA', { message: '这个单位不在这个社区。' });
      return { ...placed, partyKind: 'unit', partyId: unit._id, partyName: unit.name, keeperId: unit._id, peopleIds: unit.memberIds, householdIds: [] };
    }
    case 'organisation':
      if (!worksAt(member, communityId)) return fail('OUT_OF_AREA', { message: '社会组织的资源由社区工作人员登记。' });
      return { ...placed, partyKind: 'organisation', partyId: deriveId('og', communityId, as.name), partyName: as.name, keeperId: communityId, peopleIds: [], householdIds: [] };
  }
};

const textsOf = ({ title, words, conditions, as }: Save): readonly string[] => [title, words, conditions, ...(as.kind === 'organisation' ? [as.name] : [])].filter((text) => text !== '');

const offerNew = async (context: MemberContext, input: Save): Promise<SupplyRef> => {
  const step = stepOf(context, input);
  const place = await placeOf(context.member, input);
  const party = await partyOf(context, input.as, place);
  const words = wordsOf(input, place, context.member, party.partyKind === 'member');
  const kept = await suppliesKeptBy([party.keeperId]);
  const isFull = kept.filter(({ partyId }) => partyId === party.partyId).length >= RULES.supply.perParty;
  if (isFull && kept.every(({ _id }) => _id !== supplyIdOf(step.operationId))) fail('SUPPLY_FULL');
  await checkWords(context, textsOf(input), 'title');
  const fresh = newSupply(party, words, step);
  if ((await supplyRepository.insert(fresh)) === 'exists') {
    const standing = await supplyRepository.get(fresh._id);
    return standing.inputHash === fresh.inputHash ? supplyRefOf(standing) : fail('OPERATION_REUSED');
  }
  await settleAfterCommand(SUPPLY_KIND, fresh._id, context.nowMs, context.requestId);
  return supplyRefOf(fresh);
};

const act = async (context: MemberContext, supplyId: string, input: unknown, decide: (supply: Supply, actor: Member, step: Step) => Result<SupplyOutcome>): Promise<SupplyRef> =>
  supplyRefOf(await changeAggregate(SUPPLY_KIND, context, supplyId, (supply) => decide(supply, context.member, stepOf(context, input)), TRIES));

/** A new offer, or other words of a standing one. Refuses OUT_OF_AREA, UNIT_NOT_YOURS, SUPPLY_FULL, WISH_NOT_ALLOWED_GOODS, TEXT_RISKY, NOT_FOUND, SUPPLY_CHANGED, OPERATION_REUSED. */
export const saveSupply = async (context: MemberContext, input: Save): Promise<SupplyRef> => {
  const { supplyId } = input;
  if (supplyId === null) return offerNew(context, input);
  const standing = await supplyRepository.get(supplyId);
  if (!keepsSupply(standing, context.member)) fail('NOT_FOUND');
  const place = input.areaId === standing.areaId && input.seatAreaId === null ? standing : await placeOf(context.member, input);
  if (place.communityId !== standing.communityId) fail('OUT_OF_AREA', { message: '换社区请重新登记一份。' });
  const words = wordsOf(input, place, context.member, standing.partyKind === 'member');
  await checkWords(context, textsOf(input), 'title');
  return act(context, supplyId, input, (supply, actor, step) => decideSave(supply, words, actor, step));
};

export const pauseSupply = (context: MemberContext, input: Parsed<'supply.pause'>): Promise<SupplyRef> => act(context, input.supplyId, input, decidePause);
/** Open again, or open still: either way it holds as of now. That of a shop only while it gives: SHOP_NOT_OPEN. */
export const confirmSupply = async (context: MemberContext, input: Parsed<'supply.confirm'>): Promise<SupplyRef> => {
  const standing = await supplyRepository.get(input.supplyId);
  if (keepsSupply(standing, context.member)) await assertShopGives(standing.partyId);
  return act(context, input.supplyId, input, decideConfirm);
};
export const endSupply = (context: MemberContext, input: Parsed<'supply.end'>): Promise<SupplyRef> => act(context, input.supplyId, input, decideEnd);

/** Refuses NOT_FOUND, SUPPLY_OWN, SUPPLY_CHANGED, BAD_INPUT, TEXT_RISKY, OPERATION_REUSED. */
export const checkCertificate = async (context: MemberContext, input: Parsed<'supply.checkCertificate'>): Promise<SupplyRef> => {
  if (input.finding.kind === 'struck') await checkWords(context, [input.finding.note], 'finding.note');
  return act(context, input.supplyId, input, (supply, actor, step) => decideCheckCertificate(supply, input, actor, step));
};

/** Communities whose organisations' offers the reader keeps as one of their staff. */
const staffedCommunities = (member: Member): readonly string[] => [...new Set([member.communityId, ...member.roles.map(({ areaId }) => areaId)])].filter((areaId) => levelOf(areaId) === 'community' && worksAt(member, areaId));

export const mySupplies = async ({ member }: MemberContext): Promise<readonly SupplyView[]> =>
  (await suppliesKeptBy([...partiesOf(member), ...staffedCommunities(member)])).map((supply) => supplyView(supply, member));

/** Open ones are for the community; others for whoever keeps them and for staff. Refuses NOT_FOUND. */
export const getSupply = async ({ member }: MemberContext, { supplyId }: Parsed<'supply.get'>): Promise<SupplyView> => {
  const supply = await supplyRepository.get(supplyId);
  const isShown = supply.state === 'open' ? isOfCommunity(supply, member) : worksAt(member, supply.communityId);
  return isShown || keepsSupply(supply, member) ? supplyView(supply, member) : fail('NOT_FOUND');
};
