import type { CONTACT_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { agreeHome, getContact, leaveContact, revealContact } from './contact.use-case';

export const contactHandlers: Pick<Handlers, keyof typeof CONTACT_ROUTES> = {
  'contact.get': getContact,
  'contact.leave': leaveContact,
  'contact.reveal': revealContact,
  'handover.agreeHome': agreeHome,
};
