import { byDocument, byMongodb, refuses } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import type { World } from './support/scenario';

/** Forty documents of 450 KB: each may be stored, together they are 18 MB. */
const LARGE_DOCUMENTS = 40;
const TEXT = 'x'.repeat(450 * 1024);

async function fill({ add }: World): Promise<void> {
  for (let i = 0; i < LARGE_DOCUMENTS; i += 1) await add([{ _id: i, text: TEXT }]);
}

const tooLarge = /BSONObj size: \d+ \(0x[0-9A-F]+\) is invalid\. Size must be between 0 and 16793600\(16MB\)/;

runScenarios('pipeline: limits of size', [
  refuses('a reply over 16 MB is refused', byDocument('WIRE.md 2: DB reply 16 MB per packet'), [], async (world) => {
    await fill(world);
    await world.collection().aggregate().limit(LARGE_DOCUMENTS).end();
  }, { errCode: -1, errMsg: tooLarge }),
  refuses('so is the reply of get()', byDocument('WIRE.md 2: DB reply 16 MB per packet'), [], async (world) => {
    await fill(world);
    await world.collection().limit(LARGE_DOCUMENTS).get();
  }, { errCode: -502001, errMsg: tooLarge }),
  refuses('a group over 16 MB is refused, even when it is not part of the reply', byMongodb('BSONObjectTooLarge 10334'), [], async (world) => {
    await fill(world);
    await world.collection().aggregate().group({ _id: null, all: world.$.push('$text') }).project({ n: world.$.size('$all') }).end();
  }, { errCode: -1, errMsg: tooLarge }),
  refuses('a document with more than 16 MB beside it is refused', byMongodb('$lookup: 4568'), [], async (world) => {
    await fill(world);
    await world.collection().aggregate().match({ _id: 0 }).lookup({ from: world.nameOf('notes'), pipeline: [], as: 'all' }).project({ n: world.$.size('$all') }).end();
  }, { errCode: -1, errMsg: "matching pipeline's $lookup stage exceeds" }),
]);
