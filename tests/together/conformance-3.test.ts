import { join } from 'node:path';
import { runTogether } from './support';

runTogether(join(__dirname, '../conformance'), { part: 3, of: 4 });
