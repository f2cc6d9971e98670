/** What a collection may be called, and when one exists. */
import { runScenarios } from './support/run-scenarios';
import { byMeasurement, byMongodb, bySdk, localScenario, type Scenario } from './support/scenario';

const NAMES = byMongodb('NamespaceString::validCollectionName, userAllowedCreateNS');

// Made collections would stay in a real environment, so these run here only.
const refusesName = (name: string, shown = JSON.stringify(name)): Scenario =>
  localScenario(`${shown} is no name`, NAMES, ({ database, refusal }) => refusal(() => database.createCollection(name)), expect.objectContaining({ errMsg: expect.stringContaining('Invalid collection name') as unknown }));

runScenarios('names of collections', [
  refusesName('a$b'),
  refusesName('a\u0000b'),
  refusesName('.a'),
  refusesName('a.'),
  refusesName('system.users'),
  refusesName('x'.repeat(121), '121 letters'),
  localScenario('120 bytes, dots inside and Chinese are names', NAMES, async ({ database }) => {
    for (const name of ['x'.repeat(120), 'a.b', '心愿', '_x', '1a']) await database.createCollection(name);
    return (await database.collection('心愿').add({ data: { _id: 'a' } }))._id;
  }, 'a'),
  localScenario('a collection is made once', byMeasurement('ResourceInUse of createCollection'), async ({ database, refusal }) => {
    await database.createCollection('twice');
    return refusal(() => database.createCollection('twice'));
  }, expect.objectContaining({ errCode: -1, code: 'DATABASE_COLLECTION_ALREADY_EXIST', errMsg: expect.stringContaining('Table exist') as unknown })),
  localScenario('a new collection is empty', bySdk('DB/index.js: createCollection'), async ({ database }) => {
    await database.createCollection('fresh');
    return (await database.collection('fresh').count()).total;
  }, 0),
]);
