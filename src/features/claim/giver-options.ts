import type { GiverInput, MeView, UnitView } from '@contract';

/** A name somebody may claim under. */
export interface GiverOption {
  readonly key: string;
  readonly label: string;
  readonly as: GiverInput;
}

/** Shops first, since who has one mostly acts for it; then the units one is the contact of; oneself always, but for a repair that asks a certificate nobody holds alone. */
export function giverOptions(me: Pick<MeView, 'roles' | 'displayName'>, units: readonly Pick<UnitView, 'unitId' | 'name' | 'isContact' | 'state'>[], asksCertificate = false): readonly GiverOption[] {
  const shops = me.roles.filter((held) => held.role === 'merchant').map((held): GiverOption => ({ key: `shop:${held.areaId}`, label: `以“${held.merchantName ?? me.displayName}”的名义`, as: { kind: 'merchant', areaId: held.areaId } }));
  const mine = units.filter((unit) => unit.isContact && unit.state === 'active').map((unit): GiverOption => ({ key: unit.unitId, label: `以“${unit.name}”的名义`, as: { kind: 'unit', unitId: unit.unitId } }));
  const self: GiverOption = { key: 'self', label: '以我自己的名义', as: { kind: 'self' } };
  const others = [...shops, ...mine];
  return asksCertificate && others.length > 0 ? others : [...others, self];
}
