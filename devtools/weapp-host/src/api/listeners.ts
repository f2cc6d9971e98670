import { describeError } from '../handle';
import type { Host } from '../host';

type Listener = (event: unknown) => void

/** Lists of listeners behind wx.onX and wx.offX. */
export class ListenerRegistry {
  private readonly lists = new Map<string, Set<Listener>>();

  private listOf(name: string): Set<Listener> {
    const known = this.lists.get(name);
    if (known) return known;
    const made = new Set<Listener>();
    this.lists.set(name, made);
    return made;
  }

  /** `onX` and `offX` for each name given without its prefix. */
  functionsFor(names: readonly string[]): Record<string, (listener?: Listener) => void> {
    const entries = names.flatMap((name): [string, (listener?: Listener) => void][] => [
      [`on${name}`, (listener) => void (listener && this.listOf(name).add(listener))],
      [`off${name}`, (listener) => void (listener ? this.listOf(name).delete(listener) : this.listOf(name).clear())],
    ]);
    return Object.fromEntries(entries);
  }

  emit(name: string, event: unknown): void {
    for (const listener of [...this.listOf(name)]) listener(event);
  }
}

const NAMES = [
  'AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'LazyLoadError', 'ThemeChange', 'WindowResize', 'MemoryWarning',
  'NetworkStatusChange', 'NetworkWeakChange', 'KeyboardHeightChange', 'UserCaptureScreen', 'AudioInterruptionBegin', 'AudioInterruptionEnd',
  'AppRoute', 'AppRouteDone', 'BeforeAppRoute', 'BeforePageLoad', 'AfterPageLoad', 'BeforePageUnload', 'AfterPageUnload', 'NeedLogin', 'CopyUrl',
];

/** Events of the program and of the phone. Errors and rejections nobody handled are recorded and told to the program's listeners. */
export function listenersApi(host: Host, registry: ListenerRegistry): object {
  window.addEventListener('error', (event) => {
    const text = describeError(event.error ?? event.message);
    host.handle.errors.push(text);
    registry.emit('Error', text);
  });
  window.addEventListener('unhandledrejection', (event) => {
    host.handle.errors.push(`unhandled rejection: ${describeError(event.reason)}`);
    registry.emit('UnhandledRejection', { reason: event.reason as unknown, promise: event.promise });
  });
  return registry.functionsFor(NAMES);
}
