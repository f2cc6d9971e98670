/**
 * Fills the store of a community with believable documents: copies of those the program made itself, with other ids, times,
 * people and areas, so that every list has many competitors. They are put into the store directly; a hundred thousand
 * calls would take an hour.
 */
import type { Document } from '../devtools/local-cloud/kernel/values';
import { COMMUNITY, DAY_MS, DISTRICT, GRID, OTHER_COMMUNITY, STREET, type Community } from '../tests/flows/support/community';
import type { Dice } from './dice';

export const CROWDED = ['notices', 'wishes', 'tasks', 'claims', 'transfers', 'pendingTransfers', 'ratings', 'audit', 'members', 'areas'] as const;
export type Crowded = (typeof CROWDED)[number];

interface Scene {
  readonly dice: Dice;
  readonly nowMs: number;
  /** One in fifty documents belongs to the people whose lists are read. */
  person(): string;
}

const AREAS = [[DISTRICT, STREET, COMMUNITY, GRID], [DISTRICT, STREET, COMMUNITY], [DISTRICT, STREET, OTHER_COMMUNITY]] as const;
const digits = (ms: number): string => String(ms).padStart(15, '0');

const some = (scene: Scene, days: number): number => scene.nowMs - scene.dice.roll(days * DAY_MS);

type Change = (id: string, scene: Scene) => Document;

const CHANGES: Readonly<Record<Crowded, Change>> = {
  notices: (id, scene) => {
    const createdAtMs = some(scene, 90);
    const isTodo = scene.dice.roll(4) === 0;
    return { memberId: scene.person(), createdAtMs, readAtMs: scene.dice.roll(3) === 0 ? null : createdAtMs + 1000, place: `${isTodo ? 1 : 0}_${digits(createdAtMs)}_${id}`, todoState: isTodo ? 'open' : 'none', todoDueAtMs: isTodo ? createdAtMs + DAY_MS : 0 };
  },
  wishes: (_id, scene) => {
    const areaIds = scene.dice.pick(AREAS);
    const createdAtMs = some(scene, 60);
    const wallState = scene.dice.pick(['claimable', 'claimable', 'taken', 'done']);
    return {
      areaIds, areaId: areaIds.at(-1), communityId: areaIds[2], wallState, createdAtMs, publishedAtMs: createdAtMs + scene.dice.roll(DAY_MS), windowEndMs: scene.nowMs + scene.dice.roll(30 * DAY_MS),
      posterId: scene.person(), recipientIds: [scene.person()], householdId: `h_bench${scene.dice.roll(5000)}`, isLive: wallState !== 'done', completedAtMs: wallState === 'done' ? some(scene, 30) : null,
      category: scene.dice.pick(['repair', 'goods', 'companionship', 'study']), urgency: scene.dice.pick(['urgent', 'normal']), wakeAtMs: scene.nowMs + DAY_MS + scene.dice.roll(30 * DAY_MS),
    };
  },
  tasks: (_id, scene) => ({ areaIds: scene.dice.pick(AREAS), state: scene.dice.roll(3) === 0 ? 'open' : 'closed', dueAtMs: some(scene, 30) + 20 * DAY_MS }),
  claims: (_id, scene) => ({ claimerId: scene.person(), isOpen: scene.dice.roll(2) === 0, updatedAtMs: some(scene, 60) }),
  transfers: (id, scene) => {
    const createdAtMs = some(scene, 200);
    const account = `member:${scene.person()}:points`;
    const communityAccount = `community:${scene.dice.pick([COMMUNITY, OTHER_COMMUNITY])}:issuance`;
    return { accounts: [communityAccount, account], debitAccount: communityAccount, creditAccount: account, createdAtMs, place: `${digits(createdAtMs)}_${id}`, pendingId: scene.dice.roll(3) === 0 ? `t_other${id}` : null };
  },
  pendingTransfers: (_id, scene) => ({ account: `member:${scene.dice.roll(100_000)}:points`, wakeAtMs: scene.nowMs + DAY_MS + scene.dice.roll(7 * DAY_MS) }),
  ratings: (_id, scene) => ({ raterId: scene.person(), createdAtMs: some(scene, 60), wakeAtMs: scene.nowMs + DAY_MS }),
  audit: (_id, scene) => ({ areaIds: scene.dice.pick(AREAS).slice(0, 3), atMs: some(scene, 300) }),
  members: (id, scene) => ({ code: `B${id}`, openid: `oBench${id}`, roleAreaIds: scene.dice.roll(1000) === 0 ? [OTHER_COMMUNITY] : [], wakeAtMs: scene.nowMs + 30 * DAY_MS }),
  areas: (id) => ({ parentId: `p_${id}`, areaIds: [`d_${id}`, id] }),
};

/** Brings each of the collections up to `count` documents. `people` are those whose lists will be read. */
export const crowd = (community: Community, dice: Dice, collections: readonly Crowded[], count: number, people: readonly string[]): void => {
  const { store } = community.cloud.cloud;
  const scene: Scene = { dice, nowMs: community.nowMs(), person: () => (dice.roll(50) === 0 ? dice.pick(people) : `m_bench${dice.roll(20_000)}`) };
  for (const name of collections) {
    const collection = store.get(name);
    const originals = [...collection.documents.values()].slice(0, 200);
    // Copies of people are residents: whoever may hold roles is left alone.
    const models = name === 'members' ? originals.filter((document) => ((document.roleAreaIds as unknown[] | undefined) ?? []).length === 0) : originals;
    if (models.length === 0) throw new Error(`${name} has nothing to copy`);
    for (let i = collection.documents.size; i < count; i += 1) {
      const id = `bench_${name}_${i}_${dice.roll(1_000_000_000).toString(36)}`;
      collection.load(id, { ...dice.pick(models), _id: id, ...CHANGES[name](id, scene) });
    }
    collection.rebuildIndexes();
  }
};
