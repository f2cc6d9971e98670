import { LIMITS, type ApiContract, type LedgerDayView, type Page, type PUBLIC_BOOK_ROUTES } from '@contract';
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import { isHidden, isOfCommunity } from '../mutual/campaign-access';
import { campaignRepository } from '../mutual/campaign.repository';
import type { MemberContext } from '../platform/context';
import type { Handlers } from '../platform/router';
import { command, store } from '../platform/store';
import { csvHead, csvOf, hasLines, ledgerDayView } from './ledger-view';
import type { PublicDay } from './public-day';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const PLACE = v.tuple([v.string()]);
/** A piece stays far below what a function may answer. */
const DAYS_A_PIECE = 100;

/** The ledger of a campaign is its community's: of others it is not there. */
const assertReader = async ({ member }: MemberContext, campaignId: string): Promise<void> => {
  const campaign = await campaignRepository.get(campaignId);
  if (isHidden(campaign, member) || !isOfCommunity(campaign, member)) fail('NOT_FOUND');
};

const daysOf = (campaignId: string, place: unknown, direction: 'asc' | 'desc', limit: number): Promise<readonly PublicDay[]> =>
  store.query<PublicDay>('publicDays', { where: { campaignId, ...(place === null ? {} : { day: place }) }, order: [['day', direction]], limit });

const readLedger = async (context: MemberContext, { campaignId, cursor }: Parsed<'mutual.ledger'>): Promise<Page<LedgerDayView>> => {
  await assertReader(context, campaignId);
  const last = decodeCursor(cursor, PLACE);
  const days = await daysOf(campaignId, last === null ? null : command.lt(last[0]), 'desc', LIMITS.pageSize + 1);
  const shown = days.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.filter(hasLines).map(ledgerDayView), nextCursor: days.length > shown.length && end ? encodeCursor([end.day]) : null };
};

const readLedgerCsv = async (context: MemberContext, { campaignId, cursor }: Parsed<'mutual.ledgerCsv'>): Promise<{ readonly text: string; readonly nextCursor: string | null }> => {
  await assertReader(context, campaignId);
  const last = decodeCursor(cursor, PLACE);
  const days = await daysOf(campaignId, last === null ? null : command.gt(last[0]), 'asc', DAYS_A_PIECE + 1);
  const piece = days.slice(0, DAYS_A_PIECE);
  const end = piece.at(-1);
  return { text: `${last === null ? csvHead() : ''}${csvOf(piece)}`, nextCursor: days.length > piece.length && end ? encodeCursor([end.day]) : null };
};

export const publicBookHandlers: Pick<Handlers, keyof typeof PUBLIC_BOOK_ROUTES> = { 'mutual.ledger': readLedger, 'mutual.ledgerCsv': readLedgerCsv };
