import type { FundPageView, FundView, GrantCardView, GrantView } from '@contract';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { approverRoleOf } from '../spending/spending-access';
import { paidFenByUse, paidFenOf, type SpendingPart } from '../spending/spending';
import { spendingRowsOf } from '../spending/spending-row';
import { maySeeSpending, spendingRowView } from '../spending/spending-view';
import { fundLines, grantLines } from './book-lines';
import { entryOf, grantedFenOf, yearOf, type Fund } from './fund';
import { actsForGrant, grantAskRefusal, grantFacts, type Grant } from './grant';

export const grantCardView = (grant: Grant): GrantCardView => ({
  grantId: grant._id, fundId: grant.fundId, title: grant.title, committeeName: grant.committeeName, state: grant.state, askedFen: grant.askedFen, grantedFen: grant.grantedFen, paidFen: paidFenOf(grant), appliedAtMs: grant.appliedAtMs,
});

const managesFund = (fund: Pick<Fund, 'communityId'>, reader: Member): boolean => worksAt(reader, fund.communityId, ['administrator']);
export const decidesGrants = (fund: Pick<Fund, 'communityId'>, reader: Member): boolean => worksAt(reader, fund.communityId, ['administrator', 'staff']);

/** What was decided against, or taken back, is between its committee and staff. */
const isPublic = ({ state }: Pick<Grant, 'state'>): boolean => state === 'granted' || state === 'reported' || state === 'closed';
export const maySeeGrant = (grant: Grant, reader: Member): boolean => isPublic(grant) || actsForGrant(grant, reader) || decidesGrants(grant, reader);

const usesOf = (parts: readonly SpendingPart[]): FundView['uses'] => {
  const labels = new Map(parts.flatMap(({ spendings }) => Object.values(spendings).map(({ useKey, useLabel }) => [useKey, useLabel] as const)));
  const spent = new Map<string, number>();
  for (const part of parts) for (const [useKey, spentFen] of Object.entries(paidFenByUse(part))) spent.set(useKey, (spent.get(useKey) ?? 0) + spentFen);
  return [...spent].sort(([, a], [, b]) => b - a).map(([useKey, spentFen]) => ({ useKey, label: labels.get(useKey) ?? '', spentFen }));
};

const fundView = (fund: Fund, grants: readonly Grant[], reader: Member): FundView => {
  const paidFen = grants.reduce((sum, grant) => sum + paidFenOf(grant), 0);
  return {
    fundId: fund._id, communityId: fund.communityId, communityName: fund.communityName, year: fund.year, documentNo: fund.documentNo, state: fund.state, rulesText: fund.rulesText, perGrantMaxFen: fund.perGrantMaxFen,
    budgetFen: fund.budgetFen, leftFen: fund.leftFen, withGrantsFen: grantedFenOf(fund) - paidFen, paidFen, uses: usesOf(grants),
    grants: grants.filter((grant) => maySeeGrant(grant, reader)).map(grantCardView), lines: fundLines(fund), reportText: fund.reportText, hasAgent: fund.accountingAgentId !== null,
    may: { apply: fund.state === 'open' && reader.communityId === fund.communityId && Object.keys(fund.grants).length < RULES.fund.grantsMax, manage: fund.state === 'open' && managesFund(fund, reader) },
  };
};

/** Pure: the fund a page shows; `place` is the community it is about. */
export const fundPageView = (funds: readonly Fund[], shown: Fund | null, grants: readonly Grant[], reader: Member, place: { readonly communityId: string; readonly communityName: string }, nowMs: number): FundPageView => {
  const year = yearOf(nowMs);
  const mayOpen = worksAt(reader, place.communityId, ['administrator']) && !funds.some((fund) => fund.year === year);
  return { fund: shown === null ? null : fundView(shown, grants, reader), years: funds.map((fund) => ({ fundId: fund._id, year: fund.year })), mayOpen: mayOpen ? { ...place, year } : null };
};

/** Pure: a grant for one reader, whom the shell knows to see it. */
export const grantView = (grant: Grant, fund: Fund, reader: Member): GrantView => {
  const facts = grantFacts(grant);
  const role = approverRoleOf(facts, reader);
  const reading = { reader, role };
  const entry = entryOf(fund, grant._id);
  const isMine = grant.contactId === reader._id;
  const isInside = actsForGrant(grant, reader) || decidesGrants(grant, reader);
  const seen = spendingRowsOf(facts, grant).filter((row) => { const spending = grant.spendings[row._id]; return spending !== undefined && (actsForGrant(grant, reader) || maySeeSpending(spending, reading)); });
  return {
    ...grantCardView(grant), communityName: grant.communityName, year: fund.year, story: grant.story, budgetLines: grant.budgetLines, fundsLeftFen: grant.fundsLeftFen, fundLeftFen: fund.leftFen, perGrantMaxFen: fund.perGrantMaxFen,
    yesses: isInside ? Object.entries(entry?.yesses ?? {}).map(([memberId, yes]) => ({ role: yes.role, amountFen: yes.amountFen, isMine: memberId === reader._id })) : [],
    yessesNeeded: RULES.fund.yesses, note: isInside ? grant.note : '', reportText: grant.reportText, returnedFen: grant.returnedFen,
    spendings: seen.map((row) => spendingRowView(row, reading)), lines: grantLines(grant),
    may: {
      decide: grant.state === 'applied' && entry !== null && !isMine && decidesGrants(grant, reader), withdraw: grant.state === 'applied' && entry !== null && isMine,
      askSpending: grantAskRefusal(grant, reader) === null, report: grant.state === 'granted' && actsForGrant(grant, reader), close: grant.state === 'reported' && !isMine && decidesGrants(grant, reader),
    },
  };
};
