import { createAnimation } from './api/animation';
import { audioApi } from './api/audio';
import { canvasApi } from './api/canvas';
import { cloudApi } from './api/cloud';
import { deviceApi } from './api/device';
import { filesApi } from './api/files';
import { groupApi } from './api/group';
import { interactionApi } from './api/interaction';
import { ProgramIntersectionObserver } from './api/intersection';
import { ListenerRegistry, listenersApi } from './api/listeners';
import { mediaApi } from './api/media';
import { navigationApi } from './api/navigation';
import { Network, networkApi } from './api/network';
import { paymentApi } from './api/payment';
import { permissionsApi } from './api/permissions';
import { SelectorQuery } from './api/selector-query';
import { shareApi } from './api/share';
import { storageApi } from './api/storage';
import { subscribeApi } from './api/subscribe';
import { systemApi } from './api/system';
import { LOOKS_LIKE_API, UNCOVERED_APIS } from './api/uncovered';
import type { DataOwner } from './data-bridge';
import { recordMissing } from './handle';
import type { Host } from './host';

function pageQueries(host: Host): object {
  return {
    createSelectorQuery: () => new SelectorQuery(host),
    createIntersectionObserver: (owner?: DataOwner, options: object = {}) => new ProgramIntersectionObserver(host, (owner ?? host.pages.top.instance)._$, options),
    createAnimation,
  };
}

/** Makes the `wx` object. A function nobody wrote throws a clear sentence when it is called and is recorded. */
export function createWx(host: Host): { wx: object; listeners: ListenerRegistry } {
  const listeners = new ListenerRegistry();
  const network = new Network();
  const uncovered = (name: string) => (): never => {
    recordMissing(host.handle, `wx.${name}`);
    throw new Error(`weapp-host does not cover wx.${name}`);
  };
  const members: Record<string, unknown> = {
    ...Object.fromEntries(UNCOVERED_APIS.map((name) => [name, uncovered(name)])),
    ...systemApi(host),
    ...navigationApi(host),
    ...storageApi(host),
    ...interactionApi(),
    ...listenersApi(host, listeners),
    ...networkApi(host, network, listeners),
    ...cloudApi(host, network),
    ...subscribeApi(host),
    ...groupApi(host),
    ...paymentApi(host),
    ...permissionsApi(host),
    ...mediaApi(host),
    ...filesApi(host),
    ...deviceApi(host),
    ...shareApi(),
    ...canvasApi(host),
    ...audioApi(host),
    ...pageQueries(host),
  };
  const wx = new Proxy(members, {
    get(target, name): unknown {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown;
      return LOOKS_LIKE_API.test(name) ? uncovered(name) : undefined;
    },
  });
  return { wx, listeners };
}
