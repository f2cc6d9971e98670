/** Requests over all actions of the wire protocol: valid ones, valid ones gone wrong, and nonsense. */
import type { Dice } from './dice';
import { wireStages } from './pipelines';
import { query, update } from './queries';
import { document, IDS, nameOf, value } from './values';

export interface FuzzRequest {
  readonly body: Buffer;
  readonly contentType: string;
  /** What it set out to be, for the report of a failure. */
  readonly action: string;
}

const TRANSACTION_TOKEN = 'fuzz-transactions';

type Parameters = Record<string, unknown>;

const COLLECTIONS = ['notes', 'notes', 'notes', 'people', 'orders', 'places'] as const;
const STRANGE_COLLECTIONS = ['nowhere', '__proto__', '', 'constructor', '$cmd', 'a.b', 'x'.repeat(200)] as const;
const FILE_PREFIX = 'cloud://linyuan-local.6c6f-linyuan-local-1250000000/';
const PATHS = ['p/a.txt', 'p/图 1.png', '../x', '/a', 'a//b', '', 'a%2fb', 'x'.repeat(900), '__proto__'] as const;

const text = (thing: unknown): string => JSON.stringify(thing);
const collectionOf = (dice: Dice): string => (dice.chance(0.03) ? dice.pick(STRANGE_COLLECTIONS) : dice.pick(COLLECTIONS));
const named = (dice: Dice): string => text({ _id: dice.chance(0.97) ? dice.pick(IDS) : value(dice, 1) });
const inTransaction = (dice: Dice, open: readonly string[]): Parameters => (open.length > 0 && dice.chance(0.4) ? { transactionId: dice.pick(open) } : {});
const projection = (dice: Dice): Parameters => (dice.chance(0.2) ? { projection: text(Object.fromEntries(dice.some(3, () => [nameOf(dice), dice.pick<unknown>([1, 0, true, { $slice: 1 }, { $elemMatch: { k: 1 } }])]))) } : {});
const order = (dice: Dice): Parameters => (dice.chance(0.3) ? { order: text(Object.fromEntries(dice.some(2, () => [nameOf(dice), dice.pick([1, -1])]))) } : {});
const page = (dice: Dice): Parameters => ({
  ...(dice.chance(0.4) && { limit: dice.pick<unknown>([1, 5, 100, 1000, 5000, -1, 'x', 1.5]) }),
  ...(dice.chance(0.3) && { offset: dice.pick<unknown>([0, 1, 50, 1e12, -1, null]) }),
});

type Make = (dice: Dice, open: readonly string[]) => Parameters;

const ACTIONS: Readonly<Record<string, Make>> = {
  'database.insertDocument': (dice, open) => ({ data: Array.from({ length: 1 + dice.below(3) }, () => text(document(dice))), ...inTransaction(dice, open) }),
  'database.getDocument': (dice, open) =>
    dice.chance(0.4)
      ? { queryType: 'DOC', query: named(dice), multi: false, ...projection(dice), ...inTransaction(dice, open) }
      : { queryType: 'WHERE', query: text(query(dice)), ...order(dice), ...page(dice), ...projection(dice), ...(dice.chance(0.02) && inTransaction(dice, open)) },
  'database.calculateDocument': (dice) => ({ queryType: 'WHERE', query: text(query(dice)) }),
  'database.modifyDocument': (dice, open) =>
    dice.chance(0.5)
      ? { queryType: 'DOC', query: named(dice), data: text(update(dice)), multi: false, merge: dice.chance(0.8), upsert: dice.chance(0.3), ...inTransaction(dice, open) }
      : { queryType: 'WHERE', query: text(query(dice)), data: text(update(dice)), multi: dice.chance(0.8), merge: dice.chance(0.9), upsert: dice.chance(0.1) },
  'database.removeDocument': (dice, open) =>
    dice.chance(0.7) ? { queryType: 'DOC', query: named(dice), multi: false, ...inTransaction(dice, open) } : { queryType: 'WHERE', query: text({ n: dice.below(10), ...query(dice, 1) }), multi: true },
  'database.modifyAndReturnDoc': (dice) => ({ queryType: 'WHERE', query: text(query(dice, 1)), data: text(update(dice)) }),
  'database.aggregateDocuments': (dice) => ({ stages: wireStages(dice) }),
  'database.startTransaction': () => ({}),
  'database.commitTransaction': (dice, open) => ({ transactionId: open.length > 0 ? dice.pick(open) : 'tx-none' }),
  'database.abortTransaction': (dice, open) => ({ transactionId: open.length > 0 ? dice.pick(open) : 'tx-none' }),
  'database.addCollection': (dice) => ({ collectionName: dice.pick(['notes', '', '__proto__', 'a b', '$x']) }),
  'functions.invokeFunction': (dice) => ({ function_name: dice.pick(['nowhere', '', '__proto__', 'constructor']), request_data: dice.pick(['{}', '{', '', 'null']) }),
  'storage.getUploadMetadata': (dice) => ({ path: dice.pick(PATHS), method: 'put' }),
  'storage.batchGetDownloadUrl': (dice) => ({ file_list: dice.some(3, () => (dice.chance(0.8) ? { fileid: `${FILE_PREFIX}${dice.pick(PATHS)}`, max_age: dice.pick<unknown>([60, 0, -1, 'x', undefined]) } : value(dice, 1))) }),
  'storage.batchDeleteFile': (dice) => ({ fileid_list: dice.some(3, () => (dice.chance(0.8) ? `${FILE_PREFIX}${dice.pick(PATHS)}` : value(dice, 1))) }),
  'wx.openApi': (dice) => ({ apiName: dice.pick(['security.msgSecCheck', 'nothing', '']), requestData: 'x' }),
  'wx.wxPayApi': (dice) => ({ apiName: dice.pick(['unifiedOrder', 'nothing', '']), requestData: dice.pick(['{}', '{', 'null']) }),
  'database.dropEverything': () => ({}),
};

const FREQUENT = ['database.insertDocument', 'database.getDocument', 'database.modifyDocument', 'database.modifyDocument', 'database.aggregateDocuments', 'database.getDocument', 'database.removeDocument'] as const;
const NAMES = Object.keys(ACTIONS);

/** One field taken away, or put to something else. */
function spoil(dice: Dice, parameters: Parameters): Parameters {
  const key = dice.pick(Object.keys(parameters));
  const { [key]: gone, ...rest } = parameters;
  if (dice.chance(0.4)) return rest;
  const cut = typeof gone === 'string' ? gone.slice(0, dice.below(gone.length + 1)) : gone;
  return { ...rest, [key]: dice.pick<unknown>([value(dice, 2), cut, null, '', '__proto__', [], {}, -1]) };
}

/** Bytes changed, cut off or doubled. */
function damage(dice: Dice, bytes: Buffer): Buffer {
  const at = dice.below(bytes.length);
  if (dice.chance(0.3)) return bytes.subarray(0, at);
  if (dice.chance(0.3)) return Buffer.concat([bytes.subarray(0, at), bytes]);
  const damaged = Buffer.from(bytes);
  damaged[at] = dice.below(256);
  return damaged;
}

function multipart(dice: Dice, parameters: Parameters): Buffer {
  const parts = Object.entries(parameters).map(([name, content]) =>
    name === 'requestData'
      ? Buffer.concat([Buffer.from(`--b\r\ncontent-disposition: form-data; name="${name}"; filename="x"\r\ncontent-type: application/octet-stream\r\n\r\n`), Buffer.from(Array.from({ length: dice.below(60) }, () => dice.below(256))), Buffer.from('\r\n')])
      : Buffer.from(`--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${String(content)}\r\n`),
  );
  return Buffer.concat([...parts, Buffer.from('--b--\r\n')]);
}

/** The next request; `open` are ids of transactions that may still be open. */
export function request(dice: Dice, open: readonly string[]): FuzzRequest {
  const action = dice.chance(0.75) ? dice.pick(FREQUENT) : dice.pick(NAMES);
  // Few writes by condition come from who has transactions open: such a write is held while a transaction is idle.
  const token = action === 'database.startTransaction' || dice.chance(0.005) ? TRANSACTION_TOKEN : dice.pick(['fuzz-1', 'fuzz-2', 'fuzz-3']);
  const own = (ACTIONS[action] as Make)(dice, open);
  const complete: Parameters = { action, envName: 'linyuan-local', wxCloudApiToken: token, collectionName: collectionOf(dice), ...own };
  const parameters = dice.chance(0.08) ? spoil(dice, complete) : complete;
  const isForm = action.startsWith('wx.') && dice.chance(0.8);
  const bytes = isForm ? multipart(dice, parameters) : Buffer.from(text(parameters));
  const contentType = isForm ? 'multipart/form-data; boundary=b' : dice.chance(0.98) ? 'application/json' : dice.pick(['text/plain', 'multipart/form-data', 'multipart/form-data; boundary=zz']);
  return { body: dice.chance(0.02) ? damage(dice, bytes) : bytes, contentType, action };
}
