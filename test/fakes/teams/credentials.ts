/** What stands in for a login at Microsoft: every call to the connector carries the app's token. */
import type { World } from './world.ts';

type Request = { headers: { set(name: string, value: string): void } };

/** The shape of the SDK's ServiceClientCredentialsFactory. */
export const credentialsOf = (world: Pick<World, 'appId' | 'appToken'>) => ({
  isValidAppId: async (id: string) => id === world.appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async <T extends Request>(request: T): Promise<T> => {
      request.headers.set('authorization', `Bearer ${world.appToken}`);
      return request;
    },
  }),
});
