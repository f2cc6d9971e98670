/** What the local cloud refuses on purpose where the cloud would not: collections the program does not declare. */
import { refused, startConformance, type Conformance } from './support/cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
});
afterAll(() => cloud.close());

test('a collection that is not declared can neither be read nor created', async () => {
  const database = cloud.sdk.database();
  expect(await refused(() => database.collection('unknown').doc('a').get())).toMatchObject({ errCode: -502005, errMsg: expect.stringContaining('Db or Table not exist: unknown') as string });
  expect((await refused(() => database.createCollection('unknown'))).errMsg).toContain('not declared');
});
