import type { GivingShop } from '../../../cloudfunctions/core/claim/giver';
import type { ClaimRecord } from '../../../cloudfunctions/core/claim/claim-record';
import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { roleAreaIdsOf } from '../../../cloudfunctions/core/member/roles';
import { decideCountedShop } from '../../../cloudfunctions/core/shop/run-shop';
import { isAdmitted, type Shop, type ShopEvent } from '../../../cloudfunctions/core/shop/shop';
import { SHOP_KIND } from '../../../cloudfunctions/core/shop/shop-kind';
import { partIn } from '../../../cloudfunctions/core/shop/shop-party';
import { keptOf } from '../../../cloudfunctions/core/shop/shop-record';
import { AggregateShelf } from './aggregate-shelf';

const OF_SHOPS = ['syncShop', 'alignShop', 'sweepShop', 'countShop', 'freeLicence'] as const satisfies readonly Effect['kind'][];
type ShopEffect = EffectOf<(typeof OF_SHOPS)[number]>;

export const isShopEffect = (effect: Effect): effect is ShopEffect => (OF_SHOPS as readonly string[]).includes(effect.kind);

const withId = (ids: readonly string[] | undefined, id: string, isIn: boolean): readonly string[] => [...(ids ?? []).filter((each) => each !== id), ...(isIn ? [id] : [])];

/** Shops of the demo. Their records are counted once, at the end: every claim is told by then. */
export class ShopShelf {
  readonly shelf: AggregateShelf<Shop, ShopEvent>;
  /** Which shop a licence stands for. */
  readonly licences = new Map<string, { readonly _id: string; readonly shopId: string; readonly atMs: number }>();

  constructor(
    carryOut: (effect: Effect) => void,
    private readonly changeMember: (memberId: string, change: (member: Member) => Partial<Member>) => void,
    private readonly claims: () => readonly ClaimRecord[],
  ) {
    this.shelf = new AggregateShelf(SHOP_KIND, carryOut);
  }

  /** Nobody of the demo left a shop, rested or offered anything in its name, so only its people follow it. */
  carryOut(effect: ShopEffect): void {
    if (effect.kind === 'syncShop') this.sync(effect.shopId, effect.memberId);
  }

  /** Shops in whose name somebody gave at a moment: staff had let them in by then. */
  givingAt(memberId: string, atMs: number): readonly GivingShop[] {
    return [...this.shelf.documents.values()].filter(({ ownerIds, admittedAtMs }) => ownerIds.includes(memberId) && admittedAtMs !== null && admittedAtMs <= atMs);
  }

  countAll(nowMs: number): void {
    for (const shop of [...this.shelf.documents.values()].filter(isAdmitted)) {
      const record = keptOf(this.claims().filter(({ claimerId, isOpen }) => claimerId === shop._id && !isOpen));
      this.shelf.act(shop._id, nowMs, (standing) => decideCountedShop(standing, record, nowMs));
    }
  }

  private sync(shopId: string, memberId: string): void {
    const shop = this.shelf.get(shopId);
    this.changeMember(memberId, (member) => {
      const { role, roles } = partIn(shop, member);
      return { roles, roleAreaIds: roleAreaIdsOf(roles), partyIds: withId(member.partyIds, shopId, role === 'owner'), clerkOf: withId(member.clerkOf, shopId, role === 'clerk') };
    });
  }
}
