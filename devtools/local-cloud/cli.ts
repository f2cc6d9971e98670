/** npm run cloud -- --port N --data DIR|--memory --seed demo|empty [--allow-scans] */
import { parseArgs } from 'node:util';
import { createLocalCloud } from './index';
import { isSeedName } from './seed';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5181' },
    data: { type: 'string', default: '.data/cloud' },
    memory: { type: 'boolean', default: false },
    seed: { type: 'string', default: 'demo' },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    'allow-scans': { type: 'boolean', default: false },
  },
});

async function run(): Promise<void> {
  const { seed } = values;
  if (!isSeedName(seed)) throw new Error('--seed must be demo or empty');
  // Loaded late: a start that finds its data on disk does not need the demo community.
  const demo = import('../demo');
  const mounted = createLocalCloud({
    data: values.memory ? 'memory' : values.data,
    seed,
    seedSource: { load: async (name) => (await demo).demoSeedSource.load(name) },
    allowScans: values['allow-scans'],
    functionsDir: values.functions,
    timers: true,
  });
  const url = await mounted.listen(Number(values.port));
  console.log(`local cloud on ${url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void mounted.close().then(() => process.exit(0)));
  }
}

// Functions run in UTC in the cloud; a program that leans on the zone of its machine should fail here as well.
process.env.TZ ??= 'UTC';
run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
