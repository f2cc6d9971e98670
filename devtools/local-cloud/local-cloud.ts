/** The local cloud: its services put together, its start from a journal or a seed, its request handler. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { COLLECTIONS, type CollectionDeclaration } from '../../cloudfunctions/database';
import { FUNCTIONS, INVOKE_RULES } from '../../cloudfunctions/deploy';
import { handleConsole } from './console/console-page';
import { handleControl } from './control/control-routes';
import { Database } from './database/actions/database';
import { assertStorable, Store } from './database/store';
import { Transactions } from './database/transactions/transactions';
import { AliveEstimate } from './durability/alive-estimate';
import { FileJournal, MemoryJournal, type Journal, type JournalRecord } from './durability/journal';
import { lockFolder } from './durability/folder-lock';
import { StateKeeper } from './durability/state';
import { Faults } from './functions/faults';
import { Functions, type Deployment } from './functions/functions';
import { Meters } from './functions/meters';
import { Timer } from './functions/timer';
import { Admin } from './http/admin';
import { Exchange } from './http/exchange';
import { Clock } from './kernel/clock';
import { newDocumentId } from './kernel/ids';
import type { DocumentId } from './kernel/values';
import type { Inbox } from './openapi/inbox';
import { Wechat } from './openapi/wechat';
import { bareSeedSource, type SeedName, type SeedPerson, type SeedSource } from './seed';
import { handleStorage } from './storage/storage-routes';
import { Storage } from './storage/storage';

export interface LocalCloudOptions {
  /** Folder of the journal and the files; 'memory' keeps nothing. */
  readonly data?: string;
  /** Loaded when the data folder is new. */
  readonly seed?: SeedName;
  readonly seedSource?: SeedSource;
  /** Serve undeclared collections and queries without index (conformance runs only). */
  readonly allowScans?: boolean;
  /** Folder of the bundles, `<name>/index.js` each. */
  readonly functionsDir?: string;
  /** Declarations in place of deploy.ts, for tests of the local cloud itself. */
  readonly deployment?: Deployment;
  /** Declarations in place of database.ts, likewise. */
  readonly collections?: readonly CollectionDeclaration[];
  /** Simultaneous invocations; more wait. */
  readonly workers?: number;
  /** Real milliseconds until a media check answers. */
  readonly mediaDelayMs?: number;
  /** Milliseconds between a payment and its callback, and until a refund is done. */
  readonly payDelayMs?: number;
  /** The app.json that names the pages of the mini-program; where it is missing every page counts as known. */
  readonly appJson?: string;
  /** Address under which browsers reach the cloud, for links; its own when absent. */
  readonly publicUrl?: string;
  /** Run the timers every real minute. */
  readonly timers?: boolean;
}

const MEMORY = 'memory';
const SEEDED = 'seeded';

export class LocalCloud {
  readonly clock = new Clock();
  readonly faults = new Faults();
  readonly meters = new Meters();
  readonly state: StateKeeper;
  readonly store: Store;
  readonly wechat: Wechat;
  readonly storage: Storage;
  readonly functions: Functions;
  readonly timer: Timer;
  private readonly database: Database;
  private readonly admin: Admin;
  private readonly seedSource: SeedSource;
  private journal: Journal = new MemoryJournal();
  private releaseFolder = (): void => undefined;
  private server: Server | undefined;
  private address = '';

  constructor(private readonly options: LocalCloudOptions) {
    const current = (): Journal => this.journal;
    this.seedSource = options.seedSource ?? bareSeedSource;
    this.state = new StateKeeper(current);
    this.store = new Store(current, new Transactions(this.clock), options.collections ?? COLLECTIONS);
    this.database = new Database(this.store, this.clock, options.allowScans === true);
    this.storage = new Storage(this.state, this.clock, this.isDurable ? join(this.folder, 'files') : undefined);
    const deployment = options.deployment ?? { functions: FUNCTIONS, invokeRules: INVOKE_RULES };
    this.functions = new Functions(deployment, options.functionsDir ?? 'dist/cloudfunctions', this.clock, this.meters, options.workers ?? 8, () => this.url);
    this.timer = new Timer(this.functions, this.clock);
    this.wechat = new Wechat({
      functions: this.functions,
      faults: this.faults,
      state: this.state,
      clock: this.clock,
      storage: this.storage,
      appJson: options.appJson ?? 'dist/weapp/app.json',
      mediaDelayMs: options.mediaDelayMs ?? 400,
      payDelayMs: options.payDelayMs ?? 400,
      ownAddresses: () => [this.url, ...(options.publicUrl === undefined ? [] : [options.publicUrl])],
    });
    this.admin = new Admin({ database: this.database, functions: this.functions, storage: this.storage, wechat: this.wechat, faults: this.faults });
  }

  /** Where it listens, without a trailing slash. */
  get url(): string {
    return this.address;
  }

  /** What arrived in people's WeChat, and what they allow. */
  get inbox(): Inbox {
    return this.wechat.inbox;
  }

  /** Where the preview is that mounts this cloud; undefined when it stands alone. */
  get previewUrl(): string | undefined {
    return this.options.publicUrl;
  }

  /** Loads the journal, or the seed when there is none, and listens on 127.0.0.1 (0 takes a free port). */
  async start(port = 0): Promise<void> {
    const isNew = this.openJournal();
    if (isNew) await this.reset(this.options.seed ?? 'empty');
    else this.database.createDeclared();
    this.clock.onMove(() => this.state.set('clock', { offsetMs: this.clock.offsetMs }));
    await this.listen(port);
    this.wechat.resume();
    if (this.options.timers === true) this.timer.start();
  }

  /** Whether no function runs and no result of a media check is on its way: nothing moves until somebody calls or a timer fires. */
  get isIdle(): boolean {
    return this.functions.isIdle && this.wechat.isIdle;
  }

  /** Answers a request that is for the cloud; false leaves it to the caller (the preview mounts this on its own port). */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const exchange = new Exchange(request, response);
    const { pathname } = exchange.url;
    if (!/^\/(admin$|upload\/|storage\/|control\/|functions\/|scan$|console)/.test(pathname)) return false;
    if (!exchange.isFromThisMachine) {
      exchange.json(403, { error: { errMsg: 'pages of other origins may not call the local cloud' } });
      return true;
    }
    if (exchange.method === 'OPTIONS') {
      response.writeHead(204, exchange.openToLocalPages()).end();
      return true;
    }
    try {
      return await this.dispatch(exchange);
    } catch (error) {
      console.error('local cloud:', error);
      exchange.json(500, { error: { errMsg: `defect of the local cloud: ${String(error)}` } });
      return true;
    }
  }

  /** Who can be acted in the preview. */
  people(): readonly SeedPerson[] {
    return this.state.get<SeedPerson[]>('people') ?? [];
  }

  /** Empties everything and loads a seed; faults and meters are cleared too. */
  async reset(seed: SeedName): Promise<void> {
    const data = await this.seedSource.load(seed);
    // Nothing of the old world may write into the new one.
    this.functions.endAll();
    this.wechat.close();
    this.faults.arm([]);
    this.meters.clear();
    this.storage.clear();
    this.store.clear();
    this.state.clear();
    this.journal.rewrite([]);
    this.database.createDeclared();
    this.clock.set(Date.parse(data.nowIso));
    for (const [name, documents] of Object.entries(data.collections)) {
      const collection = this.store.get(name);
      for (const document of documents) {
        const id = (document._id as DocumentId | undefined) ?? newDocumentId();
        assertStorable(document);
        this.store.write(collection, id, { _id: id, ...document });
      }
    }
    for (const { path, bytes, contentType } of data.files) this.storage.put(path, bytes, contentType, null);
    this.wechat.pay.seed(data.payments ?? []);
    this.state.set('people', data.people);
    this.state.set('clock', { offsetMs: this.clock.offsetMs });
    this.state.set(SEEDED, seed);
  }

  /** Stops serving in the middle of whatever is going on, as a crash would; what was acknowledged is in the journal. */
  async kill(): Promise<void> {
    this.server?.closeAllConnections();
    await this.close();
  }

  async close(): Promise<void> {
    this.timer.stop();
    this.wechat.close();
    const closed = new Promise<void>((resolve) => (this.server === undefined ? resolve() : this.server.close(() => resolve())));
    await this.functions.close();
    this.server?.closeAllConnections();
    await closed;
    this.database.close();
    this.journal.close();
    this.releaseFolder();
  }

  private async dispatch(exchange: Exchange): Promise<boolean> {
    if (exchange.url.pathname === '/admin') {
      await this.admin.handle(exchange, this.options.publicUrl ?? this.url);
      return true;
    }
    return (await handleStorage(exchange, this.storage)) || (await handleControl(exchange, this)) || handleConsole(exchange);
  }

  private get isDurable(): boolean {
    return (this.options.data ?? MEMORY) !== MEMORY;
  }

  private get folder(): string {
    return this.options.data ?? MEMORY;
  }

  /** True when there was nothing to load. */
  private openJournal(): boolean {
    if (!this.isDurable) return true;
    this.releaseFolder = lockFolder(this.folder);
    const alive = new AliveEstimate();
    const journal = FileJournal.open(this.folder, (record, bytes) => {
      alive.note(record, bytes);
      this.store.replay(record);
      this.state.replay(record);
    });
    this.journal = journal;
    const documents = [...this.store.all()].reduce((sum, collection) => sum + collection.documents.size, 0);
    journal.keepCompact(() => this.content(), alive.aliveBytes(documents));
    // A seed that was cut short by a kill is loaded again from the start.
    if (this.state.get(SEEDED) === undefined) return true;
    this.store.rebuildIndexes();
    this.clock.setOffset(this.state.get<{ offsetMs: number }>('clock')?.offsetMs ?? 0);
    return false;
  }

  private *content(): Generator<JournalRecord> {
    yield* this.store.snapshot();
    yield* this.state.snapshot();
  }

  private async listen(port: number): Promise<void> {
    const server = createServer((request, response) => {
      void this.handle(request, response).then((handled) => {
        if (!handled) new Exchange(request, response).json(404, { error: { errMsg: 'not a path of the local cloud' } });
      });
    });
    server.keepAliveTimeout = 30_000;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', 1024, resolve);
    });
    this.server = server;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
}
