import { join } from 'node:path';
import { runTogether } from './support';

runTogether(join(__dirname, '../e2e'), { part: 2, of: 4 });
