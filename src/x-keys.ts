/** The keys of accounts on X: school files name the variables, the environment holds them. */
import type { Account, AccountKeys } from './school/school.ts';
import type { Environment } from './setting.ts';

/** OAuth 1.0a: the app's keys, and the account's. Never to be logged. */
export type XKeys = {
  appKey: string;
  appSecret: string;
  accessToken: string;
  accessSecret: string;
};

/** The settings of `keys` as school.yaml spells them; those of the account come from a login. */
const SETTINGS: readonly { key: keyof AccountKeys; setting: string; fromLogin: boolean }[] = [
  { key: 'app', setting: 'app', fromLogin: false },
  { key: 'appSecret', setting: 'app_secret', fromLogin: false },
  { key: 'access', setting: 'access', fromLogin: true },
  { key: 'accessSecret', setting: 'access_secret', fromLogin: true },
];

export type MissingKey = { setting: string; name: string; fromLogin: boolean };

/** Which of an account's keys are not in the environment, by setting and variable. Empty for the timeline, which needs none. */
export function missingKeys({ keys }: Account, named: Environment): MissingKey[] {
  if (keys === null) return [];
  return SETTINGS.filter(({ key }) => named[keys[key]] === undefined).map(
    ({ key, setting, fromLogin }) => ({ setting, name: keys[key], fromLogin }),
  );
}

/** An account's keys; null where one of them is missing, or it needs none. */
export function xKeysOf({ keys }: Account, named: Environment): XKeys | null {
  if (keys === null) return null;
  const appKey = named[keys.app];
  const appSecret = named[keys.appSecret];
  const accessToken = named[keys.access];
  const accessSecret = named[keys.accessSecret];
  if (appKey === undefined || appSecret === undefined) return null;
  if (accessToken === undefined || accessSecret === undefined) return null;
  return { appKey, appSecret, accessToken, accessSecret };
}
