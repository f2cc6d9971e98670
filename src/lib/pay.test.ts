import { pay, type PaymentParams } from './pay';

const mockRequestPayment = jest.fn();
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { requestPayment: (options: unknown) => mockRequestPayment(options) as unknown } }));

const PAYMENT: PaymentParams = { timeStamp: '1764000000', nonceStr: 'n', package: 'prepay_id=wx1', signType: 'MD5', paySign: 'S' };

test('WeChat gets what the server made, field for field', async () => {
  mockRequestPayment.mockResolvedValue({ errMsg: 'requestPayment:ok' });
  expect(await pay(PAYMENT)).toBe('paid');
  expect(mockRequestPayment).toHaveBeenCalledWith(PAYMENT);
});

test.each([
  [{ errMsg: 'requestPayment:fail cancel' }, 'left'],
  [{ errMsg: 'requestPayment:fail 订单已关闭' }, 'unsure'],
  [new Error('no network'), 'unsure'],
  [undefined, 'unsure'],
])('a phone that says %p leaves it at %s', async (thrown, outcome) => {
  mockRequestPayment.mockRejectedValue(thrown);
  expect(await pay(PAYMENT)).toBe(outcome);
});
