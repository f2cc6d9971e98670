/**
 * A regular expression that gives up. PCRE in MongoDB has a limit of backtracking; JavaScript has none, and one absurd
 * pattern would stop the whole cloud. Patterns that can backtrack without end are run where they can be interrupted.
 */
import { createContext, Script } from 'node:vm';
import { requestFailed } from './cloud-error';

const PATIENCE_MS = 500;
/** Texts this short end soon, whatever the pattern. */
const SHORT_TEXT_CHARACTERS = 20;
/** A repeated group, a reference back, or several repetitions without end. */
const CAN_EXPLODE = /\)[*+{?]|\\[1-9k]|(?:[*+}].*){3}/s;

const sandbox = createContext(Object.create(null) as Record<string, unknown>);
const run = new Script('find(text)');

function interruptible(find: (text: string) => RegExpExecArray | null, text: string): RegExpExecArray | null {
  Object.assign(sandbox, { find, text });
  try {
    return run.runInContext(sandbox, { timeout: PATIENCE_MS }) as RegExpExecArray | null;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw requestFailed('[FailedOperation] Regular expression gave up: it backtracks without end');
    throw error;
  }
}

export class BoundedPattern extends RegExp {
  private readonly canExplode: boolean;

  constructor(source: string, flags: string) {
    super(source, flags);
    this.canExplode = CAN_EXPLODE.test(source);
  }

  override exec(text: string): RegExpExecArray | null {
    try {
      if (!this.canExplode || text.length <= SHORT_TEXT_CHARACTERS) return super.exec(text);
      return interruptible((input) => super.exec(input), text);
    } catch (error) {
      // JavaScript finds only now that a pattern is beyond what it can hold.
      if (error instanceof SyntaxError) throw requestFailed('[FailedOperation] Regular expression is too long');
      throw error;
    }
  }
}
