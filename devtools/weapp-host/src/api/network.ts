import type { NetworkType } from '../handle';
import type { Host } from '../host';
import { callbackApi } from './callback-api';
import type { ListenerRegistry } from './listeners';

/** The phone's connection, switched by `__weapp.setNetwork`. */
export class Network {
  type: NetworkType = 'wifi';

  get isOnline(): boolean {
    return this.type !== 'none';
  }
}

export function networkApi(host: Host, network: Network, registry: ListenerRegistry): object {
  host.handle.setNetwork = (type) => {
    network.type = type;
    registry.emit('NetworkStatusChange', { isConnected: network.isOnline, networkType: type });
  };
  return {
    getNetworkType: callbackApi<object>('getNetworkType', () => ({ networkType: network.type, hasSystemProxy: false, weakNet: false })),
  };
}
