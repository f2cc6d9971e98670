/**
 * Writers of every kind for the kill loop, and what must be true after a restart: all that was acknowledged is there, of
 * what was under way either everything or nothing, and counters tell exactly what they counted.
 */
import type { RealSdk, SdkDatabase } from '../../../devtools/local-cloud';

const ACCOUNT_START = 1_000_000;
const BALLAST_DOCUMENTS = 160;
const LARGE_TEXT = 'x'.repeat(60_000);
const OPENID = 'oTestDurable';
const TEMPLATE = 'local-deliveryArrived';

/** A number that only grows: what it is after a kill lies between what was acknowledged and what was asked. */
interface Counted {
  acknowledged: number;
  asked: number;
}

const newCounted = (): Counted => ({ acknowledged: 0, asked: 0 });

export class DurableLoad {
  private readonly added = new Map<string, string>();
  private readonly removed = new Set<string>();
  private readonly files = new Map<string, string>();
  private readonly transfers = new Set<string>();
  private readonly counter = newCounted();
  private readonly grants = newCounted();
  private readonly versions = new Map<string, number>();
  private serial = 0;
  private alive = false;
  acknowledged = 0;

  /** What every round finds: two accounts, a counter, and enough documents that rewriting the journal takes a while. */
  async prepare(sdk: RealSdk): Promise<void> {
    const database = sdk.database({ throwOnNotFound: false });
    await database.collection('accounts').add({ data: [{ _id: 'payer', balance: ACCOUNT_START }, { _id: 'payee', balance: 0 }] });
    await database.collection('leases').add({ data: { _id: 'counter', n: 0 } });
    for (let i = 0; i < BALLAST_DOCUMENTS; i += 1) await database.collection('media').add({ data: { _id: `ballast${i}`, version: 0, text: LARGE_TEXT } });
  }

  /** Writes until `stop`; a writer ends at its first error, which is the kill. */
  start(sdk: RealSdk, url: string): { readonly stop: () => Promise<void> } {
    this.alive = true;
    const database = sdk.database({ throwOnNotFound: false });
    const writers = [
      ...Array.from({ length: 3 }, () => this.repeat(() => this.add(database))),
      ...Array.from({ length: 3 }, () => this.repeat(() => this.count(database))),
      ...Array.from({ length: 2 }, () => this.repeat(() => this.transfer(database))),
      this.repeat(() => this.addAndRemove(database)),
      this.repeat(() => this.upload(sdk)),
      this.repeat(() => this.grant(url)),
      ...[0, 1, 2].map((writer) => this.repeat(() => this.rewrite(database, writer))),
    ];
    return {
      stop: async () => {
        this.alive = false;
        await Promise.all(writers);
      },
    };
  }

  /** Everything wrong with what a restarted cloud holds; empty when nothing was lost, doubled or halved. */
  async check(sdk: RealSdk, url: string): Promise<string[]> {
    const database = sdk.database({ throwOnNotFound: false });
    return [
      ...(await this.checkAdded(database)),
      ...(await this.checkTransfers(database)),
      ...(await this.checkVersions(database)),
      ...(await this.checkFiles(sdk)),
      ...this.between('counter', this.counter, Number((await database.collection('leases').doc('counter').get()).data?.n)),
      ...this.between('grants', this.grants, await grantsOf(url)),
    ];
  }

  private async repeat(write: () => Promise<void>): Promise<void> {
    while (this.alive) {
      try {
        await write();
        this.acknowledged += 1;
      } catch {
        return;
      }
    }
  }

  private newId(kind: string): string {
    this.serial += 1;
    return `${kind}${String(this.serial).padStart(7, '0')}`;
  }

  private async add(database: SdkDatabase): Promise<void> {
    const id = this.newId('a');
    const text = `${id} 邻愿 ${'y'.repeat(this.serial % 300)}`;
    await database.collection('settings').add({ data: { _id: id, text, again: text } });
    this.added.set(id, text);
  }

  private async count(database: SdkDatabase): Promise<void> {
    this.counter.asked += 1;
    const _ = database.command;
    const { stats } = await database.collection('leases').where({ _id: 'counter', n: _.gte(0) }).update({ data: { n: _.inc(1) } });
    this.counter.acknowledged += stats.updated;
  }

  private async transfer(database: SdkDatabase): Promise<void> {
    const id = this.newId('t');
    const _ = database.command;
    await retried(() =>
      database.runTransaction(async (transaction) => {
        await transaction.collection('accounts').doc('payer').update({ data: { balance: _.inc(-1) } });
        await transaction.collection('accounts').doc('payee').update({ data: { balance: _.inc(1) } });
        await transaction.collection('messages').add({ data: { _id: id } });
      }),
    );
    this.transfers.add(id);
  }

  private async addAndRemove(database: SdkDatabase): Promise<void> {
    const id = this.newId('r');
    await database.collection('settings').add({ data: { _id: id, text: id, again: id } });
    await database.collection('settings').doc(id).remove();
    this.removed.add(id);
  }

  private async upload(sdk: RealSdk): Promise<void> {
    const id = this.newId('f');
    const { fileID } = await sdk.uploadFile({ cloudPath: `kept/${id}.txt`, fileContent: Buffer.from(`file ${id}`) });
    this.files.set(fileID, `file ${id}`);
  }

  private async grant(url: string): Promise<void> {
    this.grants.asked += 1;
    const reply = await fetch(`${url}/control/grants`, { method: 'POST', body: JSON.stringify({ openid: OPENID, templateId: TEMPLATE }) });
    if (!reply.ok) throw new Error(await reply.text());
    await reply.json();
    this.grants.acknowledged += 1;
  }

  /** Large documents over and over: the journal becomes mostly history and is rewritten while all this goes on. */
  private async rewrite(database: SdkDatabase, writer: number): Promise<void> {
    const id = `ballast${writer * 10 + (this.serial % 10)}`;
    const version = (this.versions.get(id) ?? 0) + 1;
    await database.collection('media').doc(id).update({ data: { version, text: `${version}:${LARGE_TEXT}` } });
    this.versions.set(id, version);
  }

  private between(name: string, { acknowledged, asked }: Counted, found: number): string[] {
    if (!(found >= acknowledged && found <= asked)) return [`${name} is ${found}, acknowledged ${acknowledged}, asked ${asked}`];
    // What was under way is decided now; the next round counts from here.
    Object.assign(name === 'counter' ? this.counter : this.grants, { acknowledged: found, asked: found });
    return [];
  }

  private async checkAdded(database: SdkDatabase): Promise<string[]> {
    const found = await allOf(database, 'settings');
    const texts = new Map(found.map(({ _id: id, text, again }) => [String(id), [text, again]] as const));
    const lost = [...this.added].filter(([id, text]) => texts.get(id)?.[0] !== text).map(([id]) => `added ${id} is lost`);
    const undead = [...this.removed].filter((id) => texts.has(id)).map((id) => `removed ${id} is back`);
    const halved = [...texts].filter(([id, [text, again]]) => text !== again || !String(text).startsWith(id)).map(([id]) => `${id} is half there`);
    return [...lost, ...undead, ...halved];
  }

  private async checkTransfers(database: SdkDatabase): Promise<string[]> {
    const accounts = database.collection('accounts');
    const [payer, payee] = [Number((await accounts.doc('payer').get()).data?.balance), Number((await accounts.doc('payee').get()).data?.balance)];
    const kept = new Set((await allOf(database, 'messages')).map(({ _id: id }) => String(id)));
    const lost = [...this.transfers].filter((id) => !kept.has(id)).map((id) => `transfer ${id} is lost`);
    const balanced = payer + payee === ACCOUNT_START && payee === kept.size;
    return balanced ? lost : [...lost, `${kept.size} transfers, but ${payer} and ${payee} in the accounts`];
  }

  private async checkVersions(database: SdkDatabase): Promise<string[]> {
    const problems: string[] = [];
    const found = await allOf(database, 'media');
    if (found.length !== BALLAST_DOCUMENTS) problems.push(`${found.length} large documents`);
    for (const { _id: id, version, text } of found) {
      const least = this.versions.get(String(id)) ?? 0;
      // One further version may have been under way.
      if (Number(version) < least || Number(version) > least + 1) problems.push(`${String(id)} has version ${String(version)}, acknowledged ${least}`);
      if (Number(version) > 0 && text !== `${String(version)}:${LARGE_TEXT}`) problems.push(`${String(id)} has the text of another version`);
      this.versions.set(String(id), Number(version));
    }
    return problems;
  }

  private async checkFiles(sdk: RealSdk): Promise<string[]> {
    const problems: string[] = [];
    for (const [fileID, text] of [...this.files].slice(-40)) {
      const { fileContent } = await sdk.downloadFile({ fileID });
      if (fileContent.toString() !== text) problems.push(`${fileID} holds something else`);
    }
    return problems;
  }
}

async function retried(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await run();
      return;
    } catch (error) {
      // Two transfers meet on the accounts; whoever comes second tries again.
      if (attempt > 200 || !/TransactionConflict|TransactionBusy/.test(String((error as { errMsg?: string }).errMsg))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 5));
    }
  }
}

/** Every document of a collection, page by page in the order of ids. */
async function allOf(database: SdkDatabase, name: string): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  for (;;) {
    const last = all.at(-1)?._id ?? '';
    const { data } = await database.collection(name).where({ _id: database.command.gt(last) }).orderBy('_id', 'asc').limit(100).get();
    if (data.length === 0) return all;
    all.push(...data);
  }
}

async function grantsOf(url: string): Promise<number> {
  const reply = (await (await fetch(`${url}/control/grants?openid=${OPENID}`)).json()) as { grants?: Record<string, number> };
  return Number(reply.grants?.[TEMPLATE] ?? 0);
}
