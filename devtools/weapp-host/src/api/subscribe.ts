import { makeButton, makeElement, openOverlay } from '../chrome/layer';
import { msSinceLastTap } from '../gestures';
import type { Host } from '../host';
import { ApiFailure, callbackApi } from './callback-api';

const MAX_TEMPLATES = 3;
/** How long after a tap WeChat still lets the sheet open. */
const TAP_WINDOW_MS = 5000;

type Answer = 'accept' | 'reject'

/** WeChat's sheet for subscription messages: each template has its own tick, 拒绝 or 允许 answers for all. */
function askSubscription(titles: readonly string[]): Promise<Answer[]> {
  return new Promise((resolve) => {
    const sheet = makeElement('div', 'host-permission');
    sheet.setAttribute('role', 'dialog');
    sheet.append(makeElement('div', 'host-permission-app', '邻愿 申请'), makeElement('div', 'host-permission-heading', '发送一次以下消息'));
    const ticks = titles.map((title) => {
      const line = makeElement('label', 'host-permission-line host-permission-template');
      const tick = makeElement('input', '') as HTMLInputElement;
      tick.type = 'checkbox';
      tick.checked = true;
      line.append(tick, makeElement('span', '', title));
      sheet.append(line);
      return tick;
    });
    const close = (isAllowed: boolean): void => {
      remove();
      resolve(ticks.map((tick) => (isAllowed && tick.checked ? 'accept' : 'reject')));
    };
    const buttons = makeElement('div', 'host-permission-buttons');
    buttons.append(makeButton('host-permission-deny', '拒绝', () => close(false)), makeButton('host-permission-allow', '允许', () => close(true)));
    sheet.append(buttons);
    const remove = openOverlay(sheet, 'bottom');
  });
}

async function grant(host: Host, templateId: string): Promise<void> {
  const body = JSON.stringify({ openid: host.settings.person, templateId });
  const response = await fetch(`${host.config.cloudUrl}/control/grants`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => null);
  if (!response?.ok) throw new ApiFailure('network error', { errCode: 20004 });
}

async function requestSubscribeMessage(host: Host, tmplIds: string[]): Promise<object> {
  if (!Array.isArray(tmplIds) || tmplIds.length === 0) throw new ApiFailure('TmplIds is empty', { errCode: 10001 });
  if (tmplIds.length > MAX_TEMPLATES) throw new ApiFailure('Templates count out of max bounds', { errCode: 20003 });
  if (msSinceLastTap() > TAP_WINDOW_MS) throw new ApiFailure('can only be invoked by user TAP gesture.', { errCode: 20001 });
  const answers = await askSubscription(tmplIds.map((id) => host.config.templateTitles[id] ?? `消息模板 ${id}`));
  const result: Record<string, string> = {};
  for (const [index, id] of tmplIds.entries()) {
    const answer = answers[index] ?? 'reject';
    if (answer === 'accept') await grant(host, id);
    result[id] = answer;
  }
  return result;
}

/** Asking leave for one-time subscription messages; each leave is told to the local cloud, which delivers by it. */
export function subscribeApi(host: Host): object {
  return {
    requestSubscribeMessage: callbackApi<{ tmplIds: string[] }>('requestSubscribeMessage', ({ tmplIds }) => requestSubscribeMessage(host, tmplIds)),
  };
}
