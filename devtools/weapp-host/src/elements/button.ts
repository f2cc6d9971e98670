import { askPermission, showToast } from '../chrome/dialogs';
import { pickFiles } from '../api/media';
import { shareTopPage } from '../api/share';
import type { Host } from '../host';
import { BuiltIn, fire } from './base';
import { Form } from './form';
import { elementHost } from './host-context';

type OpenType = (button: Button, host: Host) => void | Promise<void>

let nextCode = 1;

async function getPhoneNumber(button: Button, host: Host): Promise<void> {
  if (!(await host.privacy.require('getPhoneNumber'))) return fire(button, 'getphonenumber', { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 });
  const isAllowed = await askPermission({ heading: '获取你的手机号', lines: ['微信绑定号码'] });
  if (!isAllowed) return fire(button, 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });
  fire(button, 'getphonenumber', { errMsg: 'getPhoneNumber:ok', code: `local-phone-${host.settings.person}-${nextCode++}` });
}

async function chooseAvatar(button: Button, host: Host): Promise<void> {
  if (!(await host.privacy.require('chooseAvatar'))) return;
  const [file] = await pickFiles(host, 1, 'image/*').catch(() => []);
  if (file) fire(button, 'chooseavatar', { avatarUrl: host.files.add(file, file.name.split('.').pop() ?? 'jpg') });
}

const OPEN_TYPES: Record<string, OpenType> = {
  getPhoneNumber,
  getRealtimePhoneNumber: getPhoneNumber,
  chooseAvatar,
  share: (button, host) => shareTopPage(host, 'button', { id: button.id, dataset: { ...button.dataset } }),
  agreePrivacyAuthorization: (button, host) => {
    host.privacy.agree();
    fire(button, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  openSetting: (button) => fire(button, 'opensetting', { errMsg: 'openSetting:ok' }),
  contact: () => showToast({ title: '打开客服会话', icon: 'none', mask: false, durationMs: 1500 }),
  feedback: () => showToast({ title: '打开意见反馈', icon: 'none', mask: false, durationMs: 1500 }),
};

/** `button`, with what its open-type opens. An open-type may list several, joined by `|`. */
export class Button extends BuiltIn {
  protected override build(): void {
    this.setAttribute('role', 'button');
    this.addEventListener('click', () => this.press());
  }

  private press(): void {
    if (this.flag('disabled') || this.flag('loading')) return;
    const form = this.closest('wx-form');
    if (form instanceof Form && this.text('form-type') === 'submit') form.submit();
    if (form instanceof Form && this.text('form-type') === 'reset') form.reset();
    for (const type of this.text('open-type').split('|').filter(Boolean)) {
      void OPEN_TYPES[type]?.(this, elementHost());
    }
  }
}
