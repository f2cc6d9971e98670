import { openText } from '../platform/field-sealer';
import { isOwnerOf, roleIn } from './shop';
import { shopsOf } from './shop.repository';

/** What is held about somebody's part in shops, for them to take along: of other people of the shop nothing. One request. */
export const ownShops = async (memberId: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  (await shopsOf(memberId)).map((shop) => ({
    name: shop.name, state: shop.state, role: roleIn(shop, memberId), person: shop.people[memberId], appliedAtMs: shop.appliedAtMs, admittedAtMs: shop.admittedAtMs,
    ...(isOwnerOf(shop, { _id: memberId }) && { address: shop.address, words: shop.words, note: shop.note, licence: { creditCode: shop.licence.creditCode, validUntilMs: shop.licence.validUntilMs } }),
    ...(shop.appliedById === memberId && shop.sealedContact !== '' && { contact: JSON.parse(openText(shop.sealedContact)) as unknown }),
  }));
