/**
 * CloudIDs: an open data API of the client (phone number, group, steps) hands the page an id, and a function gets the data
 * for it: by cloud.getOpenData, or in its event, where WeChat puts the data in the place of the id.
 */
import { randomBytes } from 'node:crypto';
import { invalidParameter } from '../kernel/cloud-error';
import type { StateKeeper } from '../durability/state';
import { APP_ID } from '../functions/environment';
import { phoneData } from './phone-codes';
import { isFilledText } from './reply';

const KINDS = ['phone', 'group', 'run'] as const;
type Kind = (typeof KINDS)[number];

interface Minted {
  readonly openid: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly atMs: number;
}

/** The data of one id, or why there is none. */
export type OpenDataItem = { readonly cloudID: string } & ({ readonly data: Readonly<Record<string, unknown>> } | { readonly errCode: number; readonly errMsg: string });

const STATE_PREFIX = 'open-data:';
const LIFE_MS = 5 * 60_000;
/** More of them in one event stay as they are. */
const REPLACED_IN_EVENT = 5;
const ERRORS = {
  invalid: { errCode: -601005, errMsg: 'invalid cloudID.' },
  expired: { errCode: -601006, errMsg: 'cloudID expired.' },
  otherUser: { errCode: -601007, errMsg: 'cloudID and calling user does not match.' },
} as const;

function contentOf(kind: Kind, data: Readonly<Record<string, unknown>>, nowMs: number): Readonly<Record<string, unknown>> {
  const watermark = { timestamp: Math.floor(nowMs / 1000), appid: APP_ID };
  if (kind === 'phone') {
    const { phoneNumber: number, countryCode = '86' } = data;
    if (!isFilledText(number) || !isFilledText(countryCode)) throw invalidParameter('data of a phone is {phoneNumber, countryCode?}');
    return phoneData({ number, countryCode }, nowMs);
  }
  if (kind === 'group' && !isFilledText(data.opengid)) throw invalidParameter('data of a group is {opengid}');
  if (kind === 'run' && !Array.isArray(data.stepInfoList)) throw invalidParameter('data of a run is {stepInfoList}');
  return { ...data, watermark };
}

/** `wx.cloud.CloudID(id)` as the page's request carries it here: an object with this one field. */
const cloudIdOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { cloudID } = value as { cloudID?: unknown };
  return typeof cloudID === 'string' && Object.keys(value).length === 1 ? cloudID : undefined;
};

/** Inside of a field an id is not replaced; the function sees the bare text. */
function flattenIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flattenIds);
  if (typeof value !== 'object' || value === null) return value;
  return cloudIdOf(value) ?? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, flattenIds(part)]));
}

export class OpenData {
  constructor(private readonly state: StateKeeper) {}

  /** What an open data API gave this person. */
  mint(openid: unknown, kind: unknown, data: unknown, nowMs: number): string {
    if (!isFilledText(openid)) throw invalidParameter('give openid, kind and data');
    if (!KINDS.includes(kind as Kind)) throw invalidParameter(`kind must be one of ${KINDS.join(', ')}`);
    if (typeof data !== 'object' || data === null) throw invalidParameter('data must be an object');
    const cloudID = `${nowMs % 100}_${randomBytes(42).toString('base64url')}`;
    const minted: Minted = { openid, data: contentOf(kind as Kind, data as Record<string, unknown>, nowMs), atMs: nowMs };
    this.state.set(`${STATE_PREFIX}${cloudID}`, minted);
    return cloudID;
  }

  /** Good for five minutes and for the person it was made for; a caller without a person is asked for nobody's. */
  find(cloudID: string, caller: string | undefined, nowMs: number): OpenDataItem {
    const minted = this.state.get<Minted>(`${STATE_PREFIX}${cloudID}`);
    if (minted === undefined) return { cloudID, ...ERRORS.invalid };
    if (caller !== undefined && caller !== minted.openid) return { cloudID, ...ERRORS.otherUser };
    if (nowMs - minted.atMs > LIFE_MS) return { cloudID, ...ERRORS.expired };
    return { cloudID, data: minted.data };
  }

  /** The event as the function gets it: ids in its top-level fields are replaced by their data, five at most. */
  fillEvent(event: Readonly<Record<string, unknown>>, caller: string | undefined, nowMs: number): Record<string, unknown> {
    let left = REPLACED_IN_EVENT;
    return Object.fromEntries(
      Object.entries(event).map(([field, value]) => {
        const id = cloudIdOf(value);
        if (id === undefined || left === 0) return [field, flattenIds(value)];
        left -= 1;
        return [field, this.find(id, caller, nowMs)];
      }),
    );
  }
}
