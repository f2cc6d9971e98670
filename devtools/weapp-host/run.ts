/** `npx tsx devtools/weapp-host/run.ts [dist] [port] [cloudUrl]`: serves a built mini-program on 127.0.0.1. */
import path from 'node:path';
import { createWeappHost } from './serve';

const [dist = 'dist/weapp', port = '9000', cloudUrl = ''] = process.argv.slice(2);

createWeappHost({ dist: path.resolve(dist), cloudUrl })
  .listen(Number(port))
  .then((url) => process.stdout.write(`mini-program at ${url}?as=<openid>\n`))
  .catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
