import { RULES } from '../rules';
import type { Refusal } from '../kernel/result';
import { isFull, moneyOf, type Campaign } from './campaign';

/** Why nobody may give money now; null when one may. Plain, because the page says the same words. */
export const giveRefusalOf = (campaign: Campaign, nowMs: number, way: 'wechat' | 'cash' = 'wechat'): Refusal | null => {
  if (moneyOf(campaign) === null) return { code: 'GIVE_NOT_NOW', message: '这件事不收钱，可以出东西、出场地、出把力。' };
  if (campaign.state === 'publicity') return { code: 'GIVE_NOT_NOW', message: '还在公示，公示完就能给。' };
  if (campaign.state !== 'open' || campaign.stage === null || nowMs > campaign.stage.endsAtMs) return { code: 'GIVE_NOT_NOW' };
  if (campaign.isDisclosureOverdue) return { code: 'GIVE_NOT_NOW', message: '公开的报告过了日子，写好之前先不收。' };
  if (campaign.collector === null) return { code: 'LANE_CLOSED' };
  if (way === 'wechat' && campaign.collector.kind === 'cash') return { code: 'PAY_NOT_HERE', message: `这里收现金，请到社区交给${campaign.collector.keeperName}，有收据。` };
  return isFull(campaign) ? { code: 'GIVE_NOT_NOW', message: '已经够了，不再收钱。谢谢您的心意。' } : null;
};

/** Whole fen, from one yuan to the most one gift may be. */
export const amountRefusalOf = (amountFen: number): Refusal | null => {
  const { minFenPerGift, maxFenPerGift } = RULES.mutual;
  if (!Number.isSafeInteger(amountFen) || amountFen < minFenPerGift) return { code: 'BAD_INPUT', fields: { amountFen: `至少 ${minFenPerGift / 100} 元` } };
  return amountFen > maxFenPerGift ? { code: 'BAD_INPUT', fields: { amountFen: `一次最多 ${maxFenPerGift / 100} 元，想多给请找社区` } } : null;
};
