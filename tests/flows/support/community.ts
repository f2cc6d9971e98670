import { join } from 'node:path';
import type { ApiContract, ApiError, ApiReply, MeReply, MeView, Role, RouteName } from '@contract';
import { COLLECTIONS } from '../../../cloudfunctions/database';
import { NEVER_MS } from '../../../cloudfunctions/core/aggregate/aggregate';
import type { Media } from '../../../cloudfunctions/core/media/media';
import type { JobsReport } from '../../../cloudfunctions/core/jobs/due-run';
import { bareSeedSource, startLocalCloud, type CallFault, type CallReply, type MeterRecord, type RunningCloud, type SeedData } from '../../../devtools/local-cloud';

/**
 * A community founded through the program's own routes, on a local cloud of its own with the deployed bundles. Nothing
 * is put into the database behind the program's back but what the program itself wrote at the first founding of this
 * process; what tests read there, they only read.
 */
export const ADMIN = 'oTestAdministrator';
export const STAFF = 'oTestStaffHe';
export const POSTER = 'oTestResidentZhao';
export const MERCHANT = 'oTestMerchantWu';
export const NEIGHBOUR = 'oTestResidentLiu';
/** Joined another community of the same street. */
export const OUTSIDER = 'oTestResidentFar';
/** Staff of that other community. */
export const OUTSIDE_STAFF = 'oTestStaffFar';

export const DISTRICT = 'd01';
export const STREET = 'd01-s01';
export const COMMUNITY = 'd01-s01-c01';
export const GRID = 'd01-s01-c01-g01';
export const OTHER_COMMUNITY = 'd01-s01-c02';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

let operations = 0;
/** A fresh operation id, as a client makes one before it sends. */
export const newOperation = (): string => `test-operation-${String((operations += 1)).padStart(6, '0')}`;

/** What comes by itself soon, as WeChat's answer about a photo does; fails when it does not. */
export const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 3_000 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  // Thrown, not expected: the bench founds communities too, without a test around it.
  if (!holds()) throw new Error('what was waited for did not come');
};

/** What a client sees of a call: the router's reply, or that no reply came. */
export type Answer<R extends RouteName> = ApiReply<ApiContract[R]['output']> | { readonly ok: 'lost'; readonly reply: CallReply };

export class Community {
  /** A cloud a file has done with, for the next file of the same process; see `keepCloud`. */
  private static idle: { readonly cloud: RunningCloud; readonly workers: number } | null = null;
  private static keepsCloud = false;
  /** What the first founding of this process left, for those that follow: ninety requests each would be a minute of every run. */
  private static founded: SeedData | null = null;

  private constructor(
    readonly cloud: RunningCloud,
    private readonly workers: number,
  ) {}

  /** From now on `close` keeps the cloud, with its warm functions, for the next `found`, which empties it. */
  static keepCloud(): void {
    Community.keepsCloud = true;
  }

  static async closeIdle(): Promise<void> {
    const { idle } = Community;
    Community.idle = null;
    await idle?.cloud.close();
  }

  /**
   * Starts an empty cloud and founds district, street, two communities and a grid, with people and their roles. Who has
   * many calls under way beside the timer gives `workers`, so that instances of one function do not drive out another's.
   */
  static async found(workers = 8): Promise<Community> {
    const community = new Community(await Community.cloudWith(workers), workers);
    await community.foundAnew();
    return community;
  }

  private static async cloudWith(workers: number): Promise<RunningCloud> {
    const { idle } = Community;
    if (idle?.workers === workers) {
      Community.idle = null;
      return idle.cloud;
    }
    await Community.closeIdle();
    return startLocalCloud({ data: 'memory', seed: 'empty', seedSource: { load: (seed) => (Community.founded === null ? bareSeedSource.load(seed) : Promise.resolve(Community.founded)) }, functionsDir: join(__dirname, '../../../dist/cloudfunctions'), mediaDelayMs: 5, workers });
  }

  /** Empties the cloud, its faults and meters and its clock too, and founds the community in it; instances stay warm. */
  async foundAnew(): Promise<void> {
    await this.cloud.control('reset', { seed: 'empty' });
    if (Community.founded === null) {
      await this.foundByRoutes();
      Community.founded = await this.asSeed();
    }
  }

  private async foundByRoutes(): Promise<void> {
    await this.must(ADMIN, 'member.claimFirstAdministrator', { secret: 'linyuan-first-admin', districtCode: DISTRICT, districtName: '云溪区', dutyPhone: '0571-8800000', displayName: '区管理员' });
    await this.must(ADMIN, 'area.add', { parentId: DISTRICT, code: 's01', level: 'street', name: '枫桥街道' });
    await this.must(ADMIN, 'area.add', { parentId: STREET, code: 'c01', level: 'community', name: '青枫社区', dutyPhone: '0571-8800101', stationName: '青枫驿站' });
    await this.must(ADMIN, 'area.add', { parentId: STREET, code: 'c02', level: 'community', name: '柳岸社区', dutyPhone: '0571-8800102', stationName: '柳岸驿站' });
    await this.must(ADMIN, 'area.add', { parentId: COMMUNITY, code: 'g01', level: 'grid', name: '枫林里' });
    const people: readonly (readonly [string, string, string])[] = [[STAFF, '何静', COMMUNITY], [POSTER, '赵阿姨', GRID], [MERCHANT, '吴老板', COMMUNITY], [NEIGHBOUR, '刘洋', GRID], [OUTSIDER, '远客', OTHER_COMMUNITY], [OUTSIDE_STAFF, '邻站小陈', OTHER_COMMUNITY]];
    for (const [openid, name, areaId] of people) await this.join(openid, name, areaId);
    await this.grant(STAFF, 'staff', COMMUNITY);
    await this.grant(OUTSIDE_STAFF, 'staff', OTHER_COMMUNITY);
    await this.grant(MERCHANT, 'merchant', COMMUNITY, '吴记粮油');
  }

  private async asSeed(): Promise<SeedData> {
    await this.quiet();
    const { store, clock } = this.cloud.cloud;
    const collections = Object.fromEntries(COLLECTIONS.map(({ name }) => [name, [...store.get(name).documents.values()].map((document) => structuredClone(document))]));
    return { nowIso: new Date(clock.nowMs()).toISOString(), collections, files: [], people: [] };
  }

  async close(): Promise<void> {
    if (!Community.keepsCloud || Community.idle !== null) return this.cloud.close();
    Community.idle = { cloud: this.cloud, workers: this.workers };
  }

  async join(openid: string, displayName: string, areaId: string): Promise<void> {
    await this.must(openid, 'member.join', { areaId, displayName, privacyVersion: '2026-11-01' });
  }

  async me(openid: string): Promise<MeView> {
    const reply: MeReply = await this.must(openid, 'member.me', {});
    if (!reply.joined) throw new Error(`${openid} has not joined`);
    return reply.me;
  }

  async grant(openid: string, role: Role, areaId: string, merchantName?: string): Promise<void> {
    const { memberId } = await this.me(openid);
    await this.must(ADMIN, 'member.grantRole', { memberId, role, areaId, ...(merchantName === undefined ? {} : { merchantName }) });
  }

  /** One call as the client makes it. */
  async send<R extends RouteName>(openid: string, route: R, input: ApiContract[R]['input'], operationId = newOperation()): Promise<Answer<R>> {
    const reply = await this.cloud.call('api', { route, input, operationId }, openid);
    return reply.error === undefined ? (reply.result as ApiReply<ApiContract[R]['output']>) : { ok: 'lost', reply };
  }

  /** A call that is to succeed. */
  async must<R extends RouteName>(openid: string, route: R, input: ApiContract[R]['input'], operationId?: string): Promise<ApiContract[R]['output']> {
    const answer = await this.send(openid, route, input, operationId);
    if (answer.ok !== true) throw new Error(`${route} did not succeed: ${JSON.stringify(answer)}`);
    return answer.data;
  }

  /** A call that is to be refused; gives the error. */
  async refused<R extends RouteName>(openid: string, route: R, input: unknown, operationId?: string): Promise<ApiError> {
    const answer = await this.send(openid, route, input as ApiContract[R]['input'], operationId);
    if (answer.ok !== false) throw new Error(`${route} was not refused: ${JSON.stringify(answer)}`);
    return answer.error;
  }

  async advance(ms: number): Promise<void> {
    await this.cloud.control('clock', { advanceMs: ms });
  }

  /** Runs the timers' functions once, now. @returns whether they found nothing to do; a run that died or was cut found something. */
  async runJobs(): Promise<{ readonly isIdle: boolean }> {
    const { runs } = (await this.cloud.control('jobs', {})) as { readonly runs: Readonly<Record<string, { readonly result?: JobsReport }>> };
    const isIdle = (report: JobsReport | undefined): boolean => report?.isRun === true && report.settled === 0 && report.failed === 0 && !report.isCut;
    return { isIdle: isIdle(runs.jobs?.result) && isIdle(runs.matching?.result) };
  }

  async arm(...rules: readonly CallFault[]): Promise<void> {
    await this.cloud.control('faults', { rules });
  }

  /** The n-th wire calls whose rule has not acted. */
  unfiredPlaces(): readonly number[] {
    return this.cloud.cloud.faults.list().flatMap(({ rule, left }) => ('nth' in rule && rule.nth !== undefined && left > 0 ? [rule.nth] : []));
  }

  nowMs(): number {
    return this.cloud.cloud.clock.nowMs();
  }

  meters(last: number): readonly MeterRecord[] {
    return this.cloud.cloud.meters.last(last);
  }

  /** Documents as they stand, for reading only. */
  documents<T>(collection: string): readonly T[] {
    return [...this.cloud.cloud.store.get(collection).documents.values()] as unknown as readonly T[];
  }

  document<T>(collection: string, id: string): T | null {
    return (this.cloud.cloud.store.get(collection).documents.get(id) as unknown as T | undefined) ?? null;
  }

  /** No function runs and WeChat owes no answer about a photo: what stands now stands until the next call. */
  quiet(): Promise<void> {
    return until(() => this.cloud.cloud.isIdle);
  }

  /** Every file that came under check from then on has its answer, and whatever it belongs to knows. */
  filesChecked(sinceMs: number): Promise<void> {
    const isQuiet = ({ state, wakeAtMs }: Media): boolean => state !== 'checking' && wakeAtMs === NEVER_MS;
    return until(() => this.documents<Media>('media').every((media) => media.requestedAtMs < sinceMs || isQuiet(media)));
  }

  /** Whether the storage still keeps a file. */
  hasFile(fileId: string): boolean {
    const { storage } = this.cloud.cloud;
    return storage.find(storage.pathOf(fileId) ?? '') !== undefined;
  }

  /** Uploads as the phone does: a path from the server, then the bytes. */
  async upload(openid: string, purpose: ApiContract['media.issueUpload']['input']['purpose'], name = ''): Promise<string> {
    const { cloudPath } = await this.must(openid, 'media.issueUpload', { purpose, extension: 'jpg' });
    const path = name === '' ? cloudPath : cloudPath.replace(/([^/]+)\.jpg$/, `${name}-$1.jpg`);
    const reply = await fetch(`${this.cloud.url}/storage/${path}`, { method: 'PUT', headers: { 'x-openid': openid, 'content-type': 'image/jpeg' }, body: new Uint8Array([255, 216, 255, 224, 1, 2, 3]) });
    const { fileID } = (await reply.json()) as { fileID: string };
    return fileID;
  }
}
