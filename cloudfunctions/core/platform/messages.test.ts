import { MESSAGE_TEMPLATES, type MessageTemplate } from '@contract';
import { messageData } from './messages';

const AT_MS = Date.parse('2026-11-27T01:05:00Z');

describe('subscription messages', () => {
  it('fills every template within WeChat\'s limits', () => {
    for (const template of Object.keys(MESSAGE_TEMPLATES) as MessageTemplate[]) {
      const data = messageData(template, { thing: '想'.repeat(60), note: '请'.repeat(21), atMs: AT_MS });
      expect(Object.keys(data)).toHaveLength(3);
      for (const [field, { value }] of Object.entries(data)) {
        if (field.startsWith('thing')) expect([...value]).toHaveLength(20);
        else expect(value).toBe('2026年11月27日 09:05');
      }
    }
  });

  it('cuts between characters, never through one, and leaves no field empty', () => {
    const values = Object.values(messageData('wishClaimed', { thing: '👵'.repeat(30), note: ' \n', atMs: AT_MS })).map(({ value }) => value);
    expect(values).toContain(`${'👵'.repeat(19)}…`);
    expect(values).toContain('—');
  });
});
