/** What the compiler hands to the runtime: the built mini-program as data. Shapes follow WeChat's app.json and page.json. */

export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  backgroundTextStyle?: 'dark' | 'light'
  enablePullDownRefresh?: boolean
  /** Distance from the bottom, in px, at which onReachBottom fires. WeChat's default is 50. */
  onReachBottomDistance?: number
  disableScroll?: boolean
}

export interface PageConfig extends WindowConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  styleIsolation?: string
}

export interface TabBarItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface TabBarConfig {
  custom?: boolean
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: 'black' | 'white'
  list: TabBarItem[]
}

export interface SubPackageConfig {
  root: string
  name?: string
  pages: string[]
  independent?: boolean
}

export interface AppConfig {
  pages: string[]
  entryPagePath?: string
  window?: WindowConfig
  tabBar?: TabBarConfig
  subPackages?: SubPackageConfig[]
  subpackages?: SubPackageConfig[]
  usingComponents?: Record<string, string>
  preloadRule?: Record<string, { packages: string[]; network?: 'all' | 'wifi' }>
}

export interface SubPackage {
  /** Folder of the sub-package without slashes at the ends, such as `packages/wish`. */
  root: string
  /** Full routes, such as `packages/wish/detail/index`. */
  pages: string[]
  independent: boolean
}

/** JavaScript sources by path, such as `pages/home/index.js`. */
export type ScriptFiles = Record<string, string>

export interface WeappPackage {
  app: AppConfig
  subPackages: SubPackage[]
  /** page.json and component.json by path without extension. */
  configs: Record<string, PageConfig>
  /** Style sheets, already CSS, by path without extension; `app` is the global one. */
  styles: Record<string, string>
  /** One JavaScript expression holding every compiled template. */
  templates: string
  /** Scripts of the main package. Those of a sub-package are fetched when it is first opened. */
  scripts: ScriptFiles
  /** What the template compiler and the style converter complained about. */
  warnings: string[]
}

/** What the server writes into the page for the runtime. */
export interface HostConfig {
  /** Base address of the cloud, without a slash at the end; empty means the same origin. */
  cloudUrl: string
  /** Titles of subscription-message templates by template id, for the permission sheet. */
  templateTitles: Record<string, string>
  /** App id shown by getAccountInfoSync and used in storage keys. */
  appId: string
}
