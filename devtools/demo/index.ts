/** What the local cloud starts with: a believable community, or an empty house with one person who may open it. */
import type { SeedData, SeedName, SeedSource } from '../local-cloud/seed';
import { buildDemoSeed } from './build-demo-seed';
import { emptySeed } from './empty-seed';

export { emptySeed };

/** The demo community; the same bytes every time but for the sealed names, whose key asks for fresh chance. */
export const demoSeed = (): SeedData => buildDemoSeed();

export const demoSeedSource: SeedSource = { load: (seed: SeedName) => Promise.resolve(seed === 'demo' ? demoSeed() : emptySeed()) };
