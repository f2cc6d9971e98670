import type { ApiContract, ServiceOdditiesView } from '@contract';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { findOddities, ODDITY_FIELDS, type OddityRow } from './find-oddities';

/** What staff look at: a reason to ask, never a verdict. One read of the newest records of the community. Refuses OUT_OF_AREA. */
export const serviceOddities = async (context: MemberContext, { communityId }: ApiContract['service.oddities']['parsed']): Promise<ServiceOdditiesView> => {
  if (!worksAt(context.member, communityId)) return fail('OUT_OF_AREA');
  const fromMs = context.nowMs - RULES.service.oddityMs;
  const rows = await store.query<OddityRow>('serviceRecords', { where: { communityId, recordedAtMs: command.gt(fromMs) }, order: [['recordedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.service.oddityRows, fields: ODDITY_FIELDS });
  return { items: findOddities(rows), fromMs, untilMs: context.nowMs, isPartial: rows.length === RULES.service.oddityRows };
};
