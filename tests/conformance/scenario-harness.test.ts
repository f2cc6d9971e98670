import { runScenarios } from './support/run-scenarios';
import { byMongodb, bySdk, computes, finds, refuses, scenario, updates } from './support/scenario';

/** One scenario of each form, so that a broken form is told apart from a broken cloud. */
runScenarios('the forms of a scenario', [
  finds('a condition', byMongodb('query/eq'), [{ _id: 'a', n: 1 }, { _id: 'b', n: 2 }], ({ _ }) => ({ n: _.gt(1) }), ['b']),
  computes('an expression', byMongodb('aggregation/add'), { n: 1 }, ({ $ }) => $.add(['$n', 2]), 3),
  updates('an update', byMongodb('update/inc'), { n: 1 }, ({ _ }) => ({ n: _.inc(2) }), { n: 3 }),
  refuses('a refusal', byMongodb('duplicate key'), [{ _id: 'a' }], ({ add }) => add([{ _id: 'a' }]), { errCode: -502001, errMsg: 'E11000' }),
  scenario('anything else', bySdk('DB/document.js: get'), ({ read }) => read('none'), null),
]);
