import { operationIdSchema } from '@contract';
import * as v from 'valibot';
import { makeOperationId, releaseOperationId, takeOperationId } from './operation-id';

const mockStored = new Map<string, unknown>();
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => mockStored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => { mockStored.set(key, value); },
    removeStorageSync: (key: string) => { mockStored.delete(key); },
  },
}));

beforeEach(() => mockStored.clear());

test('an id is one the server takes, and no two are alike', () => {
  const ids = Array.from({ length: 500 }, () => makeOperationId());
  for (const id of ids) expect(v.safeParse(operationIdSchema, id).success).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the same act keeps its id until its fate is known, also after the program was killed', () => {
  const first = takeOperationId('wish.claim:w1');
  expect([...mockStored.values()]).toContain(first);
  expect(takeOperationId('wish.claim:w1')).toBe(first);
  releaseOperationId('wish.claim:w1');
  expect(takeOperationId('wish.claim:w1')).not.toBe(first);
});

test('acts on two things do not share an id', () => {
  expect(takeOperationId('wish.claim:w1')).not.toBe(takeOperationId('wish.claim:w2'));
});
