import type { MessageTemplate } from '@contract';
import { callApi } from './call-api';
import { makeOperationId } from './operation-id';

/** Tells the server what a person granted: one grant is one message. A lost note costs one message, never the flow. */
export async function recordGrants(accepted: readonly MessageTemplate[], rejected: readonly MessageTemplate[]): Promise<void> {
  if (accepted.length === 0 && rejected.length === 0) return;
  try {
    await callApi('notice.recordGrants', { accepted: [...accepted], rejected: [...rejected] }, makeOperationId());
  } catch {
    // Messages that were not noted are told in the inbox instead.
  }
}
