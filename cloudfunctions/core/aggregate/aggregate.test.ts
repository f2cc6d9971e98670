import { pendingEventsOf, type OutboxEvent } from './aggregate';

const event = (eventId: string, atMs: number): OutboxEvent => ({ eventId, kind: 'happened', atMs, byId: 'm_1' });

describe('what waits in an outbox', () => {
  test('keeps the order in which it was written, also within one moment and with a call that began earlier', () => {
    const outbox = { e_z: event('e_z', 5), e_a: event('e_a', 5), e_m: event('e_m', 4) };
    expect(pendingEventsOf({ outbox }).map(({ eventId }) => eventId)).toEqual(['e_z', 'e_a', 'e_m']);
  });
});
