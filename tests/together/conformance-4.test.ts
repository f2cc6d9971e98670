import { join } from 'node:path';
import { runTogether } from './support';

runTogether(join(__dirname, '../conformance'), { part: 4, of: 4 });
