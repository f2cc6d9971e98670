import { join } from 'node:path';
import { Community } from '../flows/support/community';
import { runTogether } from './support';

/** One cloud for all of them, emptied before each: its functions stay warm. */
Community.keepCloud();
afterAll(() => Community.closeIdle());
runTogether(join(__dirname, '../flows'), { part: 4, of: 4 });
