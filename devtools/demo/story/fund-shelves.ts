import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import { decideFundNews } from '../../../cloudfunctions/core/fund/change-fund';
import { decideGrantNews } from '../../../cloudfunctions/core/fund/change-grant';
import { FUND_KIND } from '../../../cloudfunctions/core/fund/fund-kind';
import { GRANT_KIND } from '../../../cloudfunctions/core/fund/grant-kind';
import type { SpendingRow } from '../../../cloudfunctions/core/spending/spending-row';
import type { UseTable } from '../../../cloudfunctions/core/spending/use-table';
import { AggregateShelf } from './aggregate-shelf';

/** What a fund and its grants tell each other, and the lists of spendings. */
export type FundEffect = EffectOf<'noteSpending' | 'tellFund' | 'tellGrant'>;

const FUND_EFFECTS: readonly string[] = ['noteSpending', 'tellFund', 'tellGrant'] satisfies readonly FundEffect['kind'][];

export const isFundEffect = (effect: Effect): effect is FundEffect => FUND_EFFECTS.includes(effect.kind);

/** The development fund of the demo with its grants and what they spend. */
export class FundShelves {
  readonly funds;
  readonly grants;
  readonly spendings = new Map<string, SpendingRow>();
  readonly useTables = new Map<string, UseTable>();

  constructor(carryOut: (effect: Effect) => void) {
    this.funds = new AggregateShelf(FUND_KIND, carryOut);
    this.grants = new AggregateShelf(GRANT_KIND, carryOut);
  }

  carryOut(effect: FundEffect): void {
    if (effect.kind === 'noteSpending') return void this.spendings.set(effect.row._id, effect.row);
    if (effect.kind === 'tellFund') return this.funds.act(effect.fundId, effect.atMs, (fund) => decideFundNews(fund, effect.news, effect.atMs));
    return this.grants.act(effect.grantId, effect.atMs, (grant) => decideGrantNews(grant, effect.news, effect.atMs));
  }
}
