import Sequencer from '@jest/test-sequencer';

/**
 * The longest files begin, so that no worker is left alone with one at the end. Rough seconds where a file's size says
 * nothing of its time; the rest by what Jest remembers of them, or by size.
 */
const SECONDS = [
  [/tests\/together\/e2e/, 300],
  [/tests\/together\/flows/, 150],
  [/tests\/properties\/(chaos|money-chaos|killed-(handover|money|spendings|campaigns|matches))/, 100],
  [/tests\/together\//, 60],
  [/tests\/properties\/killed-/, 50],
];
const secondsOf = ({ path }) => SECONDS.find(([pattern]) => pattern.test(path.replaceAll('\\', '/')))?.[1] ?? 0;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => secondsOf(b) - secondsOf(a));
  }
}
