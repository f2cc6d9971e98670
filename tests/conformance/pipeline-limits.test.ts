import { byDocument, byMongodb, refuses, scenario } from './support/scenario';
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
  refuses('so is one document over 16 MB', byMongodb('BSONObjectTooLarge 10334'), [], async (world) => {
    await fill(world);
    await world.collection().aggregate().group({ _id: null, all: world.$.push('$text') }).end();
  }, { errCode: -1, errMsg: tooLarge }),
  scenario('between stages a document may be larger', byDocument('MongoDB manual: aggregation pipeline limits, result size restrictions'), async (world) => {
    await fill(world);
    const { list } = await world.collection().aggregate().group({ _id: null, all: world.$.push('$text') }).project({ _id: 0, n: world.$.size('$all') }).end();
    return list;
  }, [{ n: LARGE_DOCUMENTS }]),
  scenario('so may what a $lookup puts beside', byDocument('MongoDB manual: aggregation pipeline limits, result size restrictions'), async (world) => {
    await fill(world);
    const { list } = await world.collection().aggregate().match({ _id: 0 }).lookup({ from: world.nameOf('notes'), pipeline: [], as: 'all' }).project({ _id: 0, n: world.$.size('$all') }).end();
    return list;
  }, [{ n: LARGE_DOCUMENTS }]),
]);
