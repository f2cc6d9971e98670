import type { glassEasel } from 'glass-easel-miniprogram-adapter';

/** One touch as WeChat reports it: px from the top left of the page's view. */
export interface TouchPoint {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
}

/** The node or component caller an event names as target. */
interface EventEnd {
  id?: string
  dataset?: Record<string, unknown> | null
  $$?: HTMLElement | null
  _$?: { $$?: HTMLElement | null }
}

const copy = (value: unknown): unknown => (value === undefined || value === null ? value : JSON.parse(JSON.stringify(value)));

function describeEnd(end: EventEnd): Record<string, unknown> {
  const element = end.$$ ?? end._$?.$$ ?? null;
  return { id: end.id ?? '', dataset: copy(end.dataset ?? {}), offsetLeft: element?.offsetLeft ?? 0, offsetTop: element?.offsetTop ?? 0 };
}

export function isEaselEvent(value: unknown): value is glassEasel.ShadowedEvent<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { getEventName?: unknown }).getEventName === 'function';
}

/** What a handler in the logic layer receives: plain data, nothing of the node tree. */
export function toPlainEvent(event: glassEasel.ShadowedEvent<unknown>): Record<string, unknown> {
  const plain: Record<string, unknown> = {
    type: event.getEventName(),
    timeStamp: Math.round(performance.now()),
    target: describeEnd(event.target as unknown as EventEnd),
    currentTarget: describeEnd(event.currentTarget as unknown as EventEnd),
    mark: event.mark ?? {},
    detail: copy(event.detail ?? {}),
  };
  const { touches, changedTouches } = (event.extraFields ?? {}) as { touches?: TouchPoint[]; changedTouches?: TouchPoint[] };
  if (touches) plain.touches = touches;
  if (changedTouches) plain.changedTouches = changedTouches;
  if (plain.type === 'tap') plain._userTap = true;
  return plain;
}
