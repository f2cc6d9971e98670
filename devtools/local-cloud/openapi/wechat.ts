/** What stands on WeChat's side of the cloud: openapi, message pushes, subscription messages, open data and payment. */
import type { StateKeeper } from '../durability/state';
import type { Faults } from '../functions/faults';
import type { Functions } from '../functions/functions';
import type { Clock } from '../kernel/clock';
import { Pay } from '../pay/pay';
import type { Storage } from '../storage/storage';
import { Inbox } from './inbox';
import { KnownPages } from './known-pages';
import { readablePath } from './media-check';
import { MediaResults } from './media-results';
import { OpenData } from './open-data';
import { Openapi } from './openapi';
import { PhoneCodes } from './phone-codes';
import { Quotas } from './quotas';
import { Visits } from './visits';

/** mediaCheckAsync looks at files up to 10 MB. */
const MEDIA_LIMIT_BYTES = 10 * 1024 * 1024;

export interface WechatParts {
  readonly functions: Functions;
  readonly faults: Faults;
  readonly state: StateKeeper;
  readonly clock: Clock;
  readonly storage: Storage;
  /** The app.json of the mini-program as built. */
  readonly appJson: string;
  /** Real milliseconds until a media check answers. */
  readonly mediaDelayMs: number;
  /** Milliseconds between a payment and its callback. */
  readonly payDelayMs: number;
  /** Addresses under which files of this cloud are reached. */
  readonly ownAddresses: () => readonly string[];
}

export class Wechat {
  readonly inbox: Inbox;
  readonly visits: Visits;
  readonly quotas: Quotas;
  readonly pages: KnownPages;
  readonly phoneCodes: PhoneCodes;
  readonly openData: OpenData;
  readonly pay: Pay;
  readonly openapi: Openapi;
  private readonly mediaResults: MediaResults;

  constructor(private readonly parts: WechatParts) {
    const { functions, faults, state, clock } = parts;
    this.pages = new KnownPages(parts.appJson);
    this.inbox = new Inbox(state, this.pages);
    this.visits = new Visits(state);
    this.quotas = new Quotas(clock);
    this.phoneCodes = new PhoneCodes(state);
    this.openData = new OpenData(state);
    this.pay = new Pay(functions, faults, state, clock, parts.payDelayMs);
    this.mediaResults = new MediaResults(functions, faults, state, clock, parts.mediaDelayMs, (url) => this.isReachable(url));
    this.openapi = new Openapi({ ...this, clock, onMediaCheck: (check) => this.mediaResults.accept(check) });
  }

  /** Goes on with what was under way when the process ended. */
  resume(): void {
    this.mediaResults.resume();
    this.pay.resume();
  }

  /** Whether no result of a media check is on its way. */
  get isIdle(): boolean {
    return this.mediaResults.isIdle;
  }

  /** Nothing more is pushed; what is still owed stays in the state. */
  close(): void {
    this.mediaResults.close();
    this.pay.close();
    this.quotas.clear();
  }

  /** A link of this cloud must be signed, not run out, lead to a file, and that be no larger than 10 MB. Elsewhere nobody looks. */
  private isReachable(url: string): boolean {
    const { origin, pathname, searchParams } = new URL(url);
    if (!this.parts.ownAddresses().includes(origin) || !pathname.startsWith('/storage/')) return true;
    const { storage } = this.parts;
    const path = readablePath(pathname).slice('/storage/'.length);
    const file = storage.find(path);
    return file !== undefined && file.sizeBytes <= MEDIA_LIMIT_BYTES && storage.isLinkValid(path, searchParams.get('sign') ?? '', searchParams.get('t') ?? '');
  }
}
