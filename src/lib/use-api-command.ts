import { useCallback, useRef, useState } from 'react';
import type { ApiContract, RouteName } from '@contract';
import { type ApiFailure, isDefinitive, toApiFailure } from './api-failure';
import { callApi } from './call-api';
import { releaseOperationId, takeOperationId } from './operation-id';
import { invalidateRoutes } from './use-api';

export interface ApiCommand<R extends RouteName> {
  /** Sends once; answers null when it failed (see `failure`) or when the same command is still on its way. */
  readonly run: (input: ApiContract[R]['input']) => Promise<ApiContract[R]['output'] | null>;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  /** Sentences for wrong fields, by the field's name. */
  readonly fields: Readonly<Record<string, string>>;
  /** Takes the failure off the screen. */
  readonly clear: () => void;
}

interface CommandOptions<R extends RouteName> {
  /** What the act is about, e.g. the wish's id; two acts of one route on two things never share an operation id. */
  readonly about?: string;
  /** Reads that this act makes stale. */
  readonly invalidates?: readonly RouteName[];
  /** Called before the busy state ends. */
  readonly onDone?: (output: ApiContract[R]['output']) => void;
}

/**
 * One act of a person. It cannot fire twice: a second tap while it runs is ignored, and its operation id is saved before
 * sending and only given up once the fate of the act is known.
 */
export function useApiCommand<R extends RouteName>(route: R, { about = '', invalidates = [], onDone }: CommandOptions<R> = {}): ApiCommand<R> {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const isRunning = useRef(false);

  const run = async (input: ApiContract[R]['input']): Promise<ApiContract[R]['output'] | null> => {
    if (isRunning.current) return null;
    isRunning.current = true;
    setBusy(true);
    setFailure(null);
    const actKey = `${route}:${about}`;
    try {
      const output = await callApi(route, input, takeOperationId(actKey));
      releaseOperationId(actKey);
      onDone?.(output);
      void invalidateRoutes(invalidates);
      return output;
    } catch (thrown) {
      const failed = toApiFailure(thrown);
      if (isDefinitive(failed)) releaseOperationId(actKey);
      setFailure(failed);
      // A refusal often means that what the screen shows is no longer so.
      if (failed.kind === 'refused') void invalidateRoutes(invalidates);
      return null;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };

  const clear = useCallback(() => setFailure(null), []);
  return { run, isBusy, failure, fields: failure?.fields ?? {}, clear };
}
