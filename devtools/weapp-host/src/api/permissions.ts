import { askDialog, askSheet } from '../chrome/dialogs';
import type { Host } from '../host';
import { ApiFailure, callbackApi } from './callback-api';

const SCOPE_PURPOSES: Record<string, string> = {
  'scope.userLocation': '获取你的位置信息',
  'scope.userFuzzyLocation': '获取你的大致位置',
  'scope.writePhotosAlbum': '保存图片到你的相册',
  'scope.record': '使用你的麦克风',
  'scope.camera': '使用你的摄像头',
};

/** Asks for privacy consent and, if given, a scope; throws WeChat's failure when the person refuses. */
export async function requirePermission(host: Host, api: string, scope?: string): Promise<void> {
  if (!(await host.privacy.require(api))) throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
  if (scope && !(await host.privacy.requireScope(scope, SCOPE_PURPOSES[scope] ?? scope))) throw new ApiFailure('auth deny');
}

async function openSetting(host: Host): Promise<object> {
  const names = Object.keys(host.privacy.scopes());
  const index = await askSheet('设置：点一项切换', names.map((name) => `${SCOPE_PURPOSES[name] ?? name}：${host.privacy.scope(name) ? '允许' : '不允许'}`));
  const name = index === null ? undefined : names[index];
  if (name) host.privacy.setScope(name, !host.privacy.scope(name));
  return { authSetting: host.privacy.scopes() };
}

/** Settings, scopes and WeChat's privacy consent. */
export function permissionsApi(host: Host): object {
  const { privacy } = host;
  return {
    getSetting: callbackApi<object>('getSetting', () => ({ authSetting: privacy.scopes(), subscriptionsSetting: { mainSwitch: true, itemSettings: {} } })),
    openSetting: callbackApi<object>('openSetting', () => openSetting(host)),
    authorize: callbackApi<{ scope: string }>('authorize', ({ scope }) => requirePermission(host, 'authorize', scope)),
    getPrivacySetting: callbackApi<object>('getPrivacySetting', () => privacy.setting()),
    requirePrivacyAuthorize: callbackApi<object>('requirePrivacyAuthorize', () => requirePermission(host, 'requirePrivacyAuthorize')),
    onNeedPrivacyAuthorization: (listener: Parameters<typeof privacy.listen>[0]) => privacy.listen(listener),
    openPrivacyContract: callbackApi<object>('openPrivacyContract', async () => {
      await askDialog({ title: privacy.setting().privacyContractName, body: '这里由微信展示在小程序后台填写的隐私保护指引。', confirmText: '知道了', cancelText: null });
    }),
    login: callbackApi<object>('login', () => ({ code: `local-login-${host.settings.person}` })),
    checkSession: callbackApi<object>('checkSession', () => undefined),
    getUserInfo: callbackApi<object>('getUserInfo', () => ({ userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0 } })),
  };
}
