import { askPermission } from './chrome/dialogs';
import type { PersonStore } from './person-store';

interface PrivacyAnswer {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}

type PrivacyListener = (resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void

const PRIVACY_KEY = 'privacy-agreed';
const CONTRACT_NAME = '《邻愿小程序用户隐私保护指引》';

/**
 * WeChat's privacy consent and permission scopes of one person. The first use of a private API asks: through the program's own
 * listener (onNeedPrivacyAuthorization) if it has one, else through WeChat's sheet.
 */
export class Privacy {
  private listener: PrivacyListener | null = null;

  constructor(private readonly store: PersonStore) {}

  get isAgreed(): boolean {
    return this.store.get(PRIVACY_KEY) === true;
  }

  setting(): { needAuthorization: boolean; privacyContractName: string } {
    return { needAuthorization: !this.isAgreed, privacyContractName: CONTRACT_NAME };
  }

  listen(listener: PrivacyListener): void {
    this.listener = listener;
  }

  /** The person pressed a button with open-type agreePrivacyAuthorization. */
  agree(): void {
    this.store.set(PRIVACY_KEY, true);
  }

  /** Asks unless the person already agreed; `referrer` names the API. Resolves to whether it may go on. */
  async require(referrer: string): Promise<boolean> {
    if (this.isAgreed) return true;
    const { listener } = this;
    if (!listener) {
      const isAllowed = await askPermission({ heading: '隐私保护提示', lines: [`请阅读并同意${CONTRACT_NAME}`], allowText: '同意' });
      if (isAllowed) this.agree();
      return isAllowed;
    }
    const answer = await new Promise<PrivacyAnswer>((resolve) =>
      listener((given) => {
        if (given.event !== 'exposureAuthorization') resolve(given);
      }, { referrer }),
    );
    if (answer.event === 'agree') this.agree();
    return answer.event === 'agree';
  }

  /** Permission scopes such as `scope.userLocation`: true, false, or undefined when never asked. */
  scope(name: string): boolean | undefined {
    const value = this.store.get(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  scopes(): Record<string, boolean> {
    return Object.fromEntries(this.store.keys().filter((key) => key.startsWith('scope.')).map((key) => [key, this.store.get(key) === true]));
  }

  setScope(name: string, isAllowed: boolean): void {
    this.store.set(name, isAllowed);
  }

  /** Asks for a scope once; a refusal is remembered, as in WeChat, until the person changes it in the settings. */
  async requireScope(name: string, purpose: string): Promise<boolean> {
    const known = this.scope(name);
    if (known !== undefined) return known;
    const isAllowed = await askPermission({ heading: purpose, lines: [] });
    this.setScope(name, isAllowed);
    return isAllowed;
  }
}
