/** How fast the local cloud answers: one read against a server that answers a constant, and many writers of one document. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { startLocalCloud, type RunningCloud } from '../devtools/local-cloud';
import { encodeEjson } from '../devtools/local-cloud/kernel/ejson';
import { median } from './median';

const WRITERS = 16;
const READS = 1500;
const WARM_READS = 300;
const ROUNDS = 5;
const UPDATES_A_ROUND = 40;

/** A document as large as a claim or a notice. */
const DOCUMENT = { _id: 'read', title: '厨房灯闪了半个月，我够不着', atMs: 1_795_138_866_145, state: 'open', areaIds: ['d01', 'd01-s01', 'd01-s01-c01'], plan: { deliverAtMs: 1_795_225_266_168, handover: 'home', note: '' } };

export interface ReadSpeed {
  readonly cloudMedianMs: number;
  readonly constantMedianMs: number;
  readonly ratio: number;
}

export interface UpdateSpeed {
  /** Updates a second. */
  readonly hotRate: number;
  readonly coldRate: number;
  readonly ratio: number;
  readonly lost: number;
}

/** Reads the request as any server must, and gives the same bytes to all. */
const startConstantServer = (text: string): Promise<Server> => {
  const body = Buffer.from(text);
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body));
  });
  server.keepAliveTimeout = 30_000;
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
};

const DEPLOYMENT = {
  functions: [{ name: 'wire', memoryMegabytes: 256, timeoutSeconds: 60, environment: [], openapi: [], sources: ['wx_client'] as const }],
  invokeRules: { '*': { invoke: true } },
};

const call = async (cloud: RunningCloud, event: object): Promise<unknown> => {
  const { result, error } = await cloud.call('wire', event, 'oBench');
  if (error !== undefined) throw new Error(error.errMsg);
  return result;
};

const measureReads = async (cloud: RunningCloud): Promise<ReadSpeed> => {
  cloud.cloud.store.get('things').put('read', DOCUMENT);
  const constant = await startConstantServer(JSON.stringify({ requestId: 'req-0123456789abcdef01234567', data: { list: [encodeEjson(DOCUMENT)] }, limit: 1, offset: 0 }));
  try {
    const constantUrl = `http://127.0.0.1:${(constant.address() as AddressInfo).port}`;
    await call(cloud, { task: 'read', times: WARM_READS, constantUrl });
    const { cloudMs, constantMs } = (await call(cloud, { task: 'read', times: READS, constantUrl })) as { cloudMs: number[]; constantMs: number[] };
    const [cloudMedianMs, constantMedianMs] = [median(cloudMs), median(constantMs)];
    return { cloudMedianMs, constantMedianMs, ratio: cloudMedianMs / constantMedianMs };
  } finally {
    constant.closeAllConnections();
    constant.close();
  }
};

/** One round of all writers; gives updates a second and how many acknowledged ones are missing. */
const round = async (cloud: RunningCloud, idOf: (writer: number) => string, updates: number): Promise<{ readonly rate: number; readonly lost: number }> => {
  const things = cloud.cloud.store.get('things');
  const ids = new Set(Array.from({ length: WRITERS }, (_, writer) => idOf(writer)));
  for (const id of ids) things.put(id, { ...DOCUMENT, _id: id, left: 1_000_000, taken: 0 });
  const startedAt = performance.now();
  const done = (await Promise.all(Array.from({ length: WRITERS }, (_, writer) => call(cloud, { task: 'update', id: idOf(writer), times: updates })))) as number[];
  const seconds = (performance.now() - startedAt) / 1000;
  const acknowledged = done.reduce((sum, count) => sum + count, 0);
  const taken = [...ids].reduce((sum, id) => sum + Number(things.documents.get(id)?.taken), 0);
  return { rate: acknowledged / seconds, lost: Math.abs(acknowledged - taken) + (WRITERS * updates - acknowledged) };
};

const measureUpdates = async (cloud: RunningCloud): Promise<UpdateSpeed> => {
  const hotId = (): string => 'hot';
  const coldId = (writer: number): string => `cold${writer}`;
  for (const idOf of [hotId, coldId]) await round(cloud, idOf, 10);
  const hot: number[] = [];
  const cold: number[] = [];
  let lost = 0;
  for (let i = 0; i < ROUNDS; i += 1) {
    for (const [rates, idOf] of [[hot, hotId], [cold, coldId]] as const) {
      const result = await round(cloud, idOf, UPDATES_A_ROUND);
      rates.push(result.rate);
      lost += result.lost;
    }
  }
  return { hotRate: median(hot), coldRate: median(cold), ratio: median(hot) / median(cold), lost };
};

/** Both measurements on a cloud of their own, in memory, with sixteen instances. */
export const measureWire = async (): Promise<{ readonly reads: ReadSpeed; readonly updates: UpdateSpeed }> => {
  const folder = mkdtempSync(join(tmpdir(), 'linyuan-wire-'));
  await build({ entryPoints: [{ out: 'wire/index', in: join(__dirname, 'wire-function/index.ts') }], outdir: folder, bundle: true, platform: 'node', target: 'node18', format: 'cjs', minify: true, logLevel: 'error' });
  const cloud = await startLocalCloud({ functionsDir: folder, deployment: DEPLOYMENT, collections: [{ name: 'things', purpose: 'measured', indexes: [] }], workers: WRITERS });
  try {
    return { reads: await measureReads(cloud), updates: await measureUpdates(cloud) };
  } finally {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
