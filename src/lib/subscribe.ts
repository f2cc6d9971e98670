import Taro from '@tarojs/taro';
import type { MessageTemplate } from '@contract';
import { recordGrants } from './record-grants';
import { readMe } from './session';

/** WeChat asks for at most three templates in one dialog. */
const TEMPLATES_PER_DIALOG = 3;

/**
 * Asks for subscription messages and notes the answer. Call it first thing in a tap handler: WeChat only opens the
 * dialog for a tap. Whatever happens, it resolves: the flow goes on, and the inbox tells what no message may. Whoever
 * lately said no to a kind is left alone, unless they ask for it themselves (`isWanted`).
 * @returns to how many kinds they said yes.
 */
export async function askForMessages(templates: readonly MessageTemplate[], isWanted = false): Promise<number> {
  const me = readMe();
  const ids = me?.messageTemplateIds ?? {};
  const declined = isWanted ? [] : (me?.notAskedTemplates ?? []);
  const asked = templates.filter((template) => ids[template] !== undefined && !declined.includes(template)).slice(0, TEMPLATES_PER_DIALOG);
  if (asked.length === 0) return 0;
  try {
    const tmplIds = asked.map((template) => ids[template] ?? '');
    // The types demand Alipay's and Douyin's parameters as well; WeChat takes tmplIds alone.
    const answer = (await Taro.requestSubscribeMessage({ tmplIds } as Taro.requestSubscribeMessage.Option)) as unknown as Readonly<Record<string, string>>;
    const accepted = asked.filter((template) => answer[ids[template] ?? ''] === 'accept');
    await recordGrants(accepted, asked.filter((template) => !accepted.includes(template)));
    return accepted.length;
  } catch {
    // Switched off in WeChat's settings, or not a tap: nothing is granted and nothing is lost.
    return 0;
  }
}
