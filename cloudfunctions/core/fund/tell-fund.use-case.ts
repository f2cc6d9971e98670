import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { decideFundNews } from './change-fund';
import { decideGrantNews } from './change-grant';
import { FUND_KIND } from './fund-kind';
import { GRANT_KIND } from './grant-kind';

export const tellFund = ({ fundId, news, atMs }: EffectOf<'tellFund'>): Promise<void> => tellAggregate(FUND_KIND, fundId, (fund) => decideFundNews(fund, news, atMs));

export const tellGrant = ({ grantId, news, atMs }: EffectOf<'tellGrant'>): Promise<void> => tellAggregate(GRANT_KIND, grantId, (grant) => decideGrantNews(grant, news, atMs));
