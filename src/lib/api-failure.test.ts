import { ApiFailure, toReadFailure } from './api-failure';

const refused = (code: 'BAD_INPUT' | 'NOT_FOUND' | 'NOT_ALLOWED') => new ApiFailure('refused', '有一处没填对，看看标红的地方。', { code, isRetryable: false, fields: { wishId: '不对' } });

test.each(['wish.get', 'review.get'] as const)('a broken link to a wish reads as one that is gone: %s', (route) => {
  expect(toReadFailure(route, refused('BAD_INPUT'))).toMatchObject({ kind: 'refused', code: 'NOT_FOUND', message: '没找到这件心愿，可能已经撤回了。', isRetryable: false, fields: {} });
});

test('an id that leads nowhere says the same', () =>
  expect(toReadFailure('wish.get', refused('NOT_FOUND')).message).toBe('没找到这件心愿，可能已经撤回了。'));

test('other refusals and other reads keep their own sentence', () => {
  const notAllowed = refused('NOT_ALLOWED');
  expect(toReadFailure('wish.get', notAllowed)).toBe(notAllowed);
  const badFilter = refused('BAD_INPUT');
  expect(toReadFailure('home.overview', badFilter)).toBe(badFilter);
});

test('a defect of ours stays one', () => expect(toReadFailure('wish.get', new TypeError('no'))).toMatchObject({ kind: 'broken', code: null }));
