import { byMeasurement, byMongodb, refuses, scenario, type Scenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';

/** `people` has a unique index on `code`. */
const UNIQUE = byMongodb('unique indexes');
const TEXT = byMeasurement('duplicate keys arrive as -502001 with E11000 in the text (WIRE.md 1.2)');
const people = (world: World) => world.collection('people');

const refusal = async (world: World, run: () => Promise<unknown>): Promise<unknown> => {
  const { errCode, errMsg } = await world.refusal(run);
  return [errCode, /E11000/.test(errMsg)];
};

const DUPLICATE = [-502001, true];

const holds = (name: string, run: (world: World) => Promise<unknown>, expected: unknown): Scenario => scenario(name, UNIQUE, run, expected);

const SCENARIOS: readonly Scenario[] = [
  refuses('a value twice is refused with its index and key', TEXT, [], async (world) => {
    await people(world).add({ data: { _id: 'a', code: 'same' } });
    await people(world).add({ data: { _id: 'b', code: 'same' } });
  }, { errCode: -502001, errMsg: /E11000 duplicate key error collection: .*people index: code dup key: \{ : "same" \}/ }),
  refuses('a missing field is null, twice is once too often', TEXT, [], async (world) => {
    await people(world).add({ data: { _id: 'a' } });
    await people(world).add({ data: { _id: 'b' } });
  }, { errCode: -502001, errMsg: 'dup key: { : null }' }),
  refuses('a number is shown as a number', TEXT, [], async (world) => {
    await people(world).add({ data: { _id: 'a', code: 7 } });
    await people(world).add({ data: { _id: 'b', code: 7 } });
  }, { errCode: -502001, errMsg: 'dup key: { : 7 }' }),
  refuses('an id twice names the index of ids', TEXT, [], async (world) => {
    await people(world).add({ data: { _id: 'a', code: 1 } });
    await people(world).add({ data: { _id: 'a', code: 2 } });
  }, { errCode: -502001, errMsg: /index: _id_ dup key: \{ : "a" \}/ }),
  holds('null and missing are one value', async (world) => {
    await people(world).add({ data: { _id: 'a', code: null } });
    return refusal(world, () => people(world).add({ data: { _id: 'b' } }));
  }, DUPLICATE),
  holds('an empty list is not null', async (world) => {
    await people(world).add({ data: { _id: 'a', code: null } });
    await people(world).add({ data: { _id: 'b', code: [] } });
    return refusal(world, () => people(world).add({ data: { _id: 'c', code: [] } }));
  }, DUPLICATE),
  holds('a list is unique by its elements', async (world) => {
    await people(world).add({ data: { _id: 'a', code: ['x', 'y'] } });
    await people(world).add({ data: { _id: 'b', code: ['z'] } });
    return [await refusal(world, () => people(world).add({ data: { _id: 'c', code: ['w', 'y'] } })), await refusal(world, () => people(world).add({ data: { _id: 'd', code: 'z' } }))];
  }, [DUPLICATE, DUPLICATE]),
  holds('one document may hold an element twice', async (world) => {
    await people(world).add({ data: { _id: 'a', code: ['x', 'x'] } });
    return (await people(world).doc('a').get()).data;
  }, { _id: 'a', code: ['x', 'x'] }),
  holds('1 and "1" are two values, 1 and 1.0 are one', async (world) => {
    await people(world).add({ data: { _id: 'a', code: 1 } });
    await people(world).add({ data: { _id: 'b', code: '1' } });
    return refusal(world, () => people(world).add({ data: { _id: 'c', code: 1.0 } }));
  }, DUPLICATE),
  holds('objects are equal with the same fields in the same order only', async (world) => {
    await people(world).add({ data: { _id: 'a', code: { x: 1, y: 2 } } });
    await people(world).add({ data: { _id: 'b', code: { y: 2, x: 1 } } });
    return refusal(world, () => people(world).add({ data: { _id: 'c', code: { x: 1, y: 2 } } }));
  }, DUPLICATE),
  holds('dates are equal by their moment', async (world) => {
    await people(world).add({ data: { _id: 'a', code: new Date(5) } });
    await people(world).add({ data: { _id: 'b', code: 5 } });
    return refusal(world, () => people(world).add({ data: { _id: 'c', code: new Date(5) } }));
  }, DUPLICATE),
  holds('upper and lower case are two values', async (world) => {
    await people(world).add({ data: [{ _id: 'a', code: 'x' }, { _id: 'b', code: 'X' }] });
    return (await people(world).count()).total;
  }, 2),
  holds('an update into a taken value is refused and changes nothing', async (world) => {
    await people(world).add({ data: [{ _id: 'a', code: 'x' }, { _id: 'b', code: 'y' }] });
    const seen = await refusal(world, () => people(world).doc('b').update({ data: { code: 'x', more: 1 } }));
    return [seen, (await people(world).doc('b').get()).data];
  }, [DUPLICATE, { _id: 'b', code: 'y' }]),
  holds('removing the field is becoming null', async (world) => {
    await people(world).add({ data: [{ _id: 'a' }, { _id: 'b', code: 'y' }] });
    return refusal(world, () => people(world).doc('b').update({ data: { code: world._.remove() } }));
  }, DUPLICATE),
  holds('a document may keep its own value', async (world) => {
    await people(world).add({ data: { _id: 'a', code: 'x', n: 1 } });
    return (await people(world).doc('a').update({ data: { code: 'x', n: 2 } })).stats.updated;
  }, 1),
  holds('set on a new id with a taken value is refused', async (world) => {
    await people(world).add({ data: { _id: 'a', code: 'x' } });
    const seen = await refusal(world, () => people(world).doc('b').set({ data: { code: 'x' } }));
    return [seen, (await people(world).count()).total];
  }, [DUPLICATE, 1]),
  holds('a removed document frees its value', async (world) => {
    await people(world).add({ data: { _id: 'a', code: 'x' } });
    await people(world).doc('a').remove();
    await people(world).add({ data: { _id: 'b', code: 'x' } });
    return (await people(world).count()).total;
  }, 1),
  holds('a value given up is free', async (world) => {
    await people(world).add({ data: { _id: 'a', code: 'x' } });
    await people(world).doc('a').update({ data: { code: 'y' } });
    await people(world).add({ data: { _id: 'b', code: 'x' } });
    return (await people(world).count()).total;
  }, 2),
  holds('of many that race for one value exactly one wins', async (world) => {
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => people(world).add({ data: { _id: `p${i}`, code: 'one' } })));
    return [outcomes.filter(({ status }) => status === 'fulfilled').length, (await people(world).count()).total];
  }, [1, 1]),
];

runScenarios('unique indexes', SCENARIOS);
