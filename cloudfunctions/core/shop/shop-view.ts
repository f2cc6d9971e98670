import type { ShopCardView, ShopLicenceView, ShopRef, ShopView } from '@contract';
import { chinaDay } from '../kernel/clock';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { decidesOn, isAdmitted, isHandingBack, roleIn, type Licence, type Shop } from './shop';

export type PhotoLinks = ReadonlyMap<string, string | null>;

export const shopRefOf = ({ _id, state }: Pick<Shop, '_id' | 'state'>): ShopRef => ({ shopId: _id, state });

/** Photos its people and staff may look at: what the check refused, or has not answered yet, nobody sees. */
export const licenceFilesOf = ({ licence, renewal }: Shop): readonly string[] => [licence, renewal].flatMap((each) => (each !== null && (each.photoCheck === 'shown' || each.photoCheck === 'human') ? [each.photoFileId] : []));

const licenceView = ({ creditCode, photoFileId, photoCheck, validUntilMs }: Licence, links: PhotoLinks): ShopLicenceView => ({
  creditCode, validUntilDay: validUntilMs === null ? null : chinaDay(validUntilMs - 1), photoUrl: links.get(photoFileId) ?? null, photoState: photoCheck ?? 'checking',
});

const mayOf = (shop: Shop, reader: Member): ShopView['may'] => {
  const { state } = shop;
  const isOwner = roleIn(shop, reader._id) === 'owner';
  const decides = decidesOn(shop, reader);
  const isRunning = isAdmitted(shop) && state !== 'leaving';
  return {
    resubmit: isOwner && state === 'asked', withdraw: isOwner && (state === 'review' || state === 'asked'), renew: isOwner && (state === 'open' || state === 'paused' || state === 'expired'),
    edit: isOwner && isRunning, invite: isOwner && isRunning, pause: isOwner && state === 'open', resume: isOwner && state === 'paused', leave: (isOwner || decides) && isRunning,
    decide: decides && shop.answerByMs !== null, freeze: decides && (state === 'open' || state === 'paused' || state === 'expired'), unfreeze: decides && state === 'frozen',
  };
};

/** For its own people and staff of the community; the contact is read apart. */
export const shopView = (shop: Shop, reader: Member, links: PhotoLinks = new Map()): ShopView => ({
  ...shopRefOf(shop),
  name: shop.name, kind: shop.kind, address: shop.address, words: shop.words, communityId: shop.communityId, communityName: shop.communityName,
  licence: licenceView(shop.licence, links), renewal: shop.renewal === null ? null : licenceView(shop.renewal, links), note: shop.note,
  people: Object.entries(shop.people).sort(([, a], [, b]) => a.sinceMs - b.sinceMs).map(([memberId, { name, role, sinceMs }]) => ({ memberId, name, role, sinceMs, isMe: memberId === reader._id })),
  peopleMax: RULES.shop.people, myRole: roleIn(shop, reader._id), appliedAtMs: shop.appliedAtMs, answerByMs: shop.answerByMs, admittedAtMs: shop.admittedAtMs,
  handedBack: shop.handedBack, isHandingBack: isHandingBack(shop), isBarred: shop.overdueClaimIds.length > 0,
  may: mayOf(shop, reader),
});

/** As the neighbourhood reads it; a shop that takes nothing new rests, whatever the reason. */
export const shopCardView = ({ _id, name, kind, words, state, record }: Pick<Shop, '_id' | 'name' | 'kind' | 'words' | 'state' | 'record'>): ShopCardView => ({ shopId: _id, name, kind, words, isResting: state !== 'open', record });
