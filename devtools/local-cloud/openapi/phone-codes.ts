/** Codes of the phone number button: minted by an act of a person, good once and for five minutes. */
import { randomBytes } from 'node:crypto';
import type { StateKeeper } from '../durability/state';
import { APP_ID } from '../functions/environment';
import { accepted, refusal, type OpenapiArguments, type OpenapiReply } from './reply';

export interface PhoneNumber {
  /** Without the code of the country. */
  readonly number: string;
  readonly countryCode: string;
}

interface PhoneCode extends PhoneNumber {
  readonly openid: string;
  readonly atMs: number;
}

const STATE_PREFIX = 'phone-code:';
const LIFE_MS = 5 * 60_000;
const CHINA = '86';

/** A foreign number is told with the code of its country. */
export const phoneData = ({ number, countryCode }: PhoneNumber, atMs: number): Record<string, unknown> => ({
  phoneNumber: countryCode === CHINA ? number : `+${countryCode} ${number}`,
  purePhoneNumber: number,
  countryCode,
  watermark: { timestamp: Math.floor(atMs / 1000), appid: APP_ID },
});

export class PhoneCodes {
  constructor(private readonly state: StateKeeper) {}

  /** What the button hands to the page when a person agrees. */
  mint(openid: string, phone: PhoneNumber, nowMs: number): string {
    const code = randomBytes(32).toString('hex');
    const minted: PhoneCode = { ...phone, openid, atMs: nowMs };
    this.state.set(`${STATE_PREFIX}${code}`, minted);
    return code;
  }

  /** phonenumber.getPhoneNumber. `openid`, when given, must be that of the person who pressed the button. */
  exchange({ code, openid }: OpenapiArguments, nowMs: number): OpenapiReply {
    const name = `${STATE_PREFIX}${String(code)}`;
    const known = this.state.get<PhoneCode | null>(name) ?? undefined;
    const isMeant = known !== undefined && nowMs - known.atMs <= LIFE_MS && (openid === undefined || openid === known.openid);
    if (!isMeant) return refusal(40029, 'invalid code');
    this.state.set(name, null);
    return accepted({ phone_info: phoneData(known, known.atMs) });
  }
}
