/** Reads the arguments of a payment call; a wrong one is told in WeChat's words. */
import type { PayArguments } from './pay-reply';

/** The whole request is answered by return_code FAIL with this reason. */
export class PayArgumentError extends Error {}

const ORDER_NUMBER = /^[\w\-|*@]{1,32}$/;
const REFUND_NUMBER = /^[\w\-|*@]{1,64}$/;
const MERCHANT = /^[\w-]{1,32}$/;
const FEE_LIMIT_FEN = 10_000_000_000;

/** An optional text; an empty one counts as absent. */
export function optionalText(args: PayArguments, name: string, limitCharacters = 6000): string | undefined {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || [...value].length > limitCharacters) throw new PayArgumentError(`invalid ${name}`);
  return value;
}

export function neededText(args: PayArguments, name: string, limitCharacters = 6000): string {
  const value = optionalText(args, name, limitCharacters);
  if (value === undefined) throw new PayArgumentError(`缺少参数${name}`);
  return value;
}

function matching(args: PayArguments, name: string, form: RegExp): string {
  const value = neededText(args, name);
  if (!form.test(value)) throw new PayArgumentError(`invalid ${name}`);
  return value;
}

export const orderNumber = (args: PayArguments): string => matching(args, 'out_trade_no', ORDER_NUMBER);
export const refundNumber = (args: PayArguments): string => matching(args, 'out_refund_no', REFUND_NUMBER);

export function merchant(args: PayArguments): string {
  if (args.sub_mch_id === undefined || args.sub_mch_id === '') throw new PayArgumentError('受理机构必须传入sub_mch_id');
  return matching(args, 'sub_mch_id', MERCHANT);
}

/** A whole number of 分, at least one. */
export function fee(args: PayArguments, name: string): number {
  const value = args[name];
  if (value === undefined || value === null) throw new PayArgumentError(`缺少参数${name}`);
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > FEE_LIMIT_FEN) throw new PayArgumentError(`invalid ${name}`);
  return value;
}
