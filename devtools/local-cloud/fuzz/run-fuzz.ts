/** Sends generated requests to a local cloud and judges every answer. */
import { Agent, request as httpRequest } from 'node:http';
import { Dice } from './dice';
import { request, type FuzzRequest } from './requests';

export interface Problem {
  readonly what: string;
  readonly action: string;
  readonly body: string;
  readonly answer: string;
}

export interface FuzzReport {
  readonly sent: number;
  /** How many answers had each code; '' counts the successes. */
  readonly codes: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

const IN_FLIGHT = 12;
const OPEN_TRANSACTIONS = 4;
/** No honest answer takes this long; a wait for a transaction is ended long before. */
const PATIENCE_MS = 10_000;
/** Words of JavaScript's own errors: an answer with them is a defect in the clothes of a refusal. */
const DEFECT = /local cloud defect|is not a function|is not iterable|Cannot read propert|Cannot convert|undefined \(reading|is not defined|Maximum call stack|Invalid array length|Invalid time value|Cannot mix BigInt|Invalid regular expression flags/;

function post(url: string, agent: Agent, { body, contentType }: FuzzRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${url}/admin?env=linyuan-local`, { method: 'POST', agent, headers: { 'content-type': contentType, 'content-length': body.length }, timeout: PATIENCE_MS }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', text: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What is wrong with an answer; undefined when it has the shape of the real one. */
function faultOf({ status, contentType, text }: Answer): string | undefined {
  if (status !== 200) return `HTTP ${status}`;
  if (contentType === 'application/octet-stream') return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'the answer is no JSON';
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return 'the answer is no object';
  const { code, message, requestId } = parsed as Record<string, unknown>;
  if (typeof requestId !== 'string' || requestId === '') return 'no requestId';
  if (code === undefined) return undefined;
  if (typeof code !== 'string' || typeof message !== 'string' || message === '') return 'an error without code or message';
  if (code === 'SYS_ERR' || DEFECT.test(message)) return 'a defect';
  return undefined;
}

const codeOf = ({ text }: Answer): string => /^\{"code":"([A-Z_]+)"/.exec(text)?.[1] ?? '';
const transactionOf = ({ text }: Answer): string | undefined => /"transactionId":"(tx-[0-9a-f]+)"/.exec(text)?.[1];

class Run {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT * 2 });
  private readonly inFlight = new Set<Promise<void>>();
  private open: string[] = [];
  readonly codes: Record<string, number> = {};
  readonly problems: Problem[] = [];

  constructor(
    private readonly url: string,
    private readonly dice: Dice,
  ) {}

  async go(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) {
      this.launch(request(this.dice, this.open));
      if (this.open.length > OPEN_TRANSACTIONS) await this.endTransactions();
      if (this.inFlight.size >= IN_FLIGHT) await this.makeRoom();
    }
    await this.endTransactions();
    await Promise.all(this.inFlight);
    await this.endTransactions();
    this.agent.destroy();
  }

  private launch(fuzz: FuzzRequest): void {
    const call = this.judge(fuzz).finally(() => this.inFlight.delete(call));
    this.inFlight.add(call);
  }

  private async judge(fuzz: FuzzRequest): Promise<void> {
    try {
      const answer = await post(this.url, this.agent, fuzz);
      const code = codeOf(answer);
      this.codes[code] = (this.codes[code] ?? 0) + 1;
      const started = transactionOf(answer);
      if (started !== undefined) this.open.push(started);
      const what = faultOf(answer);
      if (what !== undefined) this.note(what, fuzz, answer.text);
    } catch (error) {
      this.note(String(error), fuzz, '');
    }
  }

  private note(what: string, { action, body }: FuzzRequest, answer: string): void {
    this.problems.push({ what, action, body: body.toString('utf8').slice(0, 1000), answer: answer.slice(0, 400) });
  }

  /** Waits for a place; what waits for a transaction is set free by ending them all. */
  private async makeRoom(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), 50)));
    const first = await Promise.race([...[...this.inFlight].map((call) => call.then(() => 'done' as const)), late]);
    clearTimeout(timer);
    if (first === 'late') await this.endTransactions();
  }

  private async endTransactions(): Promise<void> {
    const ending = this.open;
    this.open = [];
    for (const transactionId of ending) {
      const action = this.dice.chance(0.5) ? 'database.commitTransaction' : 'database.abortTransaction';
      await this.judge({ action, contentType: 'application/json', body: Buffer.from(JSON.stringify({ action, transactionId })) });
    }
  }
}

/** Sends `count` requests made from `seed`; the cloud should be freshly emptied. */
export async function runFuzz(url: string, seed: number, count: number): Promise<FuzzReport> {
  const run = new Run(url, new Dice(seed));
  await run.go(count);
  return { sent: count, codes: run.codes, problems: run.problems };
}
