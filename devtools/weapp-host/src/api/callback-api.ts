/** The options every asynchronous wx function takes. */
export interface CallbackOptions {
  success?(result: object): void
  fail?(result: object): void
  complete?(result: object): void
}

/** Thrown by an API's work to make it fail; the text follows `<name>:fail `. */
export class ApiFailure extends Error {
  constructor(
    reason: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(reason);
  }
}

type Work<Options> = (options: Options) => object | void | Promise<object | void>

async function perform<Options>(name: string, work: Work<Options>, options: Options): Promise<{ isOk: boolean; result: object }> {
  try {
    return { isOk: true, result: { errMsg: `${name}:ok`, ...(await work(options)) } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { isOk: false, result: { errMsg: `${name}:fail ${reason}`.trim(), ...(error instanceof ApiFailure ? error.fields : {}) } };
  }
}

/**
 * Makes a wx function of WeChat's usual form: it calls success, fail and complete if any of them is given, and answers with a
 * promise otherwise.
 */
export function callbackApi<Options extends object>(name: string, work: Work<Options & CallbackOptions>) {
  return (options?: Options & CallbackOptions): Promise<object> | undefined => {
    const given = (options ?? {}) as Options & CallbackOptions;
    const done = perform(name, work, given);
    if (!given.success && !given.fail && !given.complete) {
      return done.then(({ isOk, result }) => {
        if (!isOk) throw result;
        return result;
      });
    }
    void done.then(({ isOk, result }) => {
      if (isOk) given.success?.(result);
      else given.fail?.(result);
      given.complete?.(result);
    });
    return undefined;
  };
}

/** A function that only says it went well. Use it where a phone's answer has no effect a page could see here. */
export const acknowledged = (name: string) => callbackApi<object>(name, () => undefined);
