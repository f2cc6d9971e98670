/** Starts a local cloud on the folder given and prints how long that took, in ms: run by bench/start-up.ts in a process of its own. */
import { startLocalCloud } from '../devtools/local-cloud';

const [folder = ''] = process.argv.slice(2);

const main = async (): Promise<void> => {
  const startedAt = performance.now();
  const cloud = await startLocalCloud({ data: folder });
  process.stdout.write(String(performance.now() - startedAt));
  await cloud.close();
  process.exit(0);
};

void main();
