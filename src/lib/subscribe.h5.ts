import type { MessageTemplate } from '@contract';
import { recordGrants } from './record-grants';

/** The browser has no subscription messages: the preview takes every question as answered with yes, so that its inbox fills. */
export async function askForMessages(templates: readonly MessageTemplate[]): Promise<void> {
  await recordGrants(templates.slice(0, 3), []);
}
