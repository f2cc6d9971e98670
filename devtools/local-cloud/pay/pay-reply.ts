/** Answers of WeChat Pay (version 2, for merchants under a service provider) in snake case, as the SDK reads them. */
import { createHash, randomBytes } from 'node:crypto';
import { APP_ID } from '../functions/environment';

export type PayArguments = Readonly<Record<string, unknown>>;
export type PayReply = Readonly<Record<string, unknown>> & { readonly return_code: 'SUCCESS' | 'FAIL' };

/** The service provider behind cloud development: every environment pays through it. */
export const PROVIDER = { appid: 'wxd2d16a504f24665e', mchId: '1800008281' } as const;
const LOCAL_KEY = 'linyuan-local-pay-key';

export const newNonce = (): string => randomBytes(8).toString('hex');

/** WeChat's signature of version 2: MD5 over the sorted fields and the key of the merchant (here a local one). */
export function signatureOf(fields: Readonly<Record<string, unknown>>): string {
  const text = Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('&');
  return createHash('md5').update(`${text}&key=${LOCAL_KEY}`).digest('hex').toUpperCase();
}

const envelope = (subMchId: string): Record<string, unknown> => ({
  return_code: 'SUCCESS',
  return_msg: 'OK',
  appid: PROVIDER.appid,
  mch_id: PROVIDER.mchId,
  sub_appid: APP_ID,
  sub_mch_id: subMchId,
  nonce_str: newNonce(),
});

const signed = (fields: Record<string, unknown>): PayReply => ({ ...fields, sign: signatureOf(fields) }) as unknown as PayReply;

export const paySuccess = (subMchId: string, fields: Readonly<Record<string, unknown>>): PayReply => signed({ ...envelope(subMchId), result_code: 'SUCCESS', ...fields });

/** The request was understood and refused. */
export const payRefusal = (subMchId: string, code: string, description: string): PayReply => signed({ ...envelope(subMchId), result_code: 'FAIL', err_code: code, err_code_des: description });

/** The request itself is wrong: nothing but the reason comes back. */
export const payFailure = (reason: string): PayReply => ({ return_code: 'FAIL', return_msg: reason });
