import type { Phone } from './chrome/phone';
import type { WeappHandle } from './handle';
import type { PageStack } from './page-stack';
import type { PersonStore } from './person-store';
import type { Privacy } from './privacy';
import type { TempFiles } from './temp-files';
import type { HostConfig, WeappPackage } from './weapp-package';

/** What getLaunchOptionsSync and App.onLaunch report. */
export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  shareTicket?: string
  referrerInfo: Record<string, never>
}

/** Settings of one phone, from the address of its page. */
export interface PhoneSettings {
  /** Openid of the person holding the phone; the cloud believes the header made of it. */
  person: string
  /** What WeChat's font size setting would report, in px; 16 is normal. */
  fontSizePx: number
  /** What WeChat calls the group it was opened from; empty for none. */
  group: string
  /** The page around the phone has the chats: what is shared is told to it, and no chat opens here. */
  hasChatOutside: boolean
  launch: LaunchOptions
}

/** Everything an API of `wx` may reach. */
export interface Host {
  readonly config: HostConfig
  readonly settings: PhoneSettings
  readonly pkg: WeappPackage
  readonly handle: WeappHandle
  readonly phone: Phone
  readonly pages: PageStack
  readonly store: PersonStore
  readonly files: TempFiles
  readonly privacy: Privacy
}
