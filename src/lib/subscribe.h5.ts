import type { MessageTemplate } from '@contract';
import { previewPerson } from './preview-person';
import { recordGrants } from './record-grants';
import { readMe } from './session';

/** What WeChat would note when the person answers yes: the local cloud delivers one message for each. */
async function grantAtWechat(templateId: string): Promise<boolean> {
  const body = JSON.stringify({ openid: previewPerson(), templateId });
  const response = await fetch('/control/grants', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => null);
  return response?.ok === true;
}

/** The browser has no subscription messages: the preview takes every question as answered with yes, so that its inbox fills. Nobody ever said no. */
export async function askForMessages(templates: readonly MessageTemplate[], _isWanted = false): Promise<number> {
  const ids = readMe()?.messageTemplateIds ?? {};
  const accepted: MessageTemplate[] = [];
  for (const template of templates.slice(0, 3)) {
    const templateId = ids[template];
    if (templateId !== undefined && (await grantAtWechat(templateId))) accepted.push(template);
  }
  await recordGrants(accepted, []);
  return accepted.length;
}
