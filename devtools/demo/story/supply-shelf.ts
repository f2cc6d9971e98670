import type { ClaimRecord } from '../../../cloudfunctions/core/claim/claim-record';
import type { Effect } from '../../../cloudfunctions/core/effect/effect';
import { decideCounted } from '../../../cloudfunctions/core/supply/change-supply';
import type { Supply, SupplyEvent } from '../../../cloudfunctions/core/supply/supply';
import { SUPPLY_KIND } from '../../../cloudfunctions/core/supply/supply-kind';
import { recordOfClaims } from '../../../cloudfunctions/core/supply/supply-record';
import { AggregateShelf } from './aggregate-shelf';

/** What people of the demo offer. Records are counted once, at the end: every claim is told by then. */
export class SupplyShelf {
  readonly shelf: AggregateShelf<Supply, SupplyEvent>;

  constructor(
    carryOut: (effect: Effect) => void,
    private readonly claims: () => readonly ClaimRecord[],
  ) {
    this.shelf = new AggregateShelf(SUPPLY_KIND, carryOut);
  }

  countAll(nowMs: number): void {
    for (const supply of [...this.shelf.documents.values()]) {
      const record = recordOfClaims(supply, this.claims().filter(({ claimerId, isOpen }) => claimerId === supply.partyId && !isOpen), nowMs);
      this.shelf.act(supply._id, nowMs, (standing) => decideCounted(standing, record, supply.category, nowMs));
    }
  }
}
