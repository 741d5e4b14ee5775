/** What an app of the bench takes in place of Microsoft's keys and login. */
import { credentialsOf } from '../fakes/teams/credentials.ts';
import { ISSUER } from '../fakes/teams/tokens.ts';

export const APP = '3b7c1f0e-52d4-4c1a-9a57-0b6de1f1be11';
export const TENANT = 'c0ffee00-1a2b-4c3d-8e4f-5a6b7c8d9e0f';

/** `origin` is where ./teams-cloud.ts listens. */
export const insteadAt = (origin: string) => ({
  openIdMetadataUrl: `${origin}/openid`,
  tokenIssuer: ISSUER,
  credentials: credentialsOf({ appId: APP, appToken: 'bench' }),
  service: `${origin}/uk/`,
});
