import Taro from '@tarojs/taro';

/** Opens the dialler with a number; a person who turns back has not made a mistake. */
export async function callPhone(phoneNumber: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber });
  } catch {
    // Cancelled.
  }
}
