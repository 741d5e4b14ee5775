/** Microsoft's own check of who calls, and the login for calls back. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type BotFrameworkAuthentication,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentials,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';

export type TeamsSettings = { appId: string; password: string; tenantId: string };

/** What tests put in place of Microsoft's login, keys and usual address. Not reachable from the environment. */
export type TeamsInstead = {
  openIdMetadataUrl: string;
  tokenIssuer: string;
  credentials: ServiceClientCredentialsFactory;
  service: string;
};

/** Of the public cloud; the SDK takes all of these or none. */
const CLOUD = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
};

/** `settings` null: an app without an id, whose callers nobody checks. */
export function authentication(
  settings: TeamsSettings | null,
  instead: TeamsInstead | undefined,
): BotFrameworkAuthentication {
  const app =
    settings === null
      ? {}
      : {
          MicrosoftAppId: settings.appId,
          MicrosoftAppPassword: settings.password,
          MicrosoftAppTenantId: settings.tenantId,
          MicrosoftAppType: 'SingleTenant',
        };
  if (instead === undefined) return new ConfigurationBotFrameworkAuthentication(app);
  const ours = {
    ...CLOUD,
    ToBotFromChannelOpenIdMetadataUrl: instead.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: instead.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: instead.tokenIssuer,
  };
  return new ConfigurationBotFrameworkAuthentication({ ...app, ...ours }, instead.credentials);
}

/** The login alone, as every call makes it: its `signRequest` gets a token, or throws Microsoft's refusal. */
export function loginOf(
  { appId, password, tenantId }: TeamsSettings,
  instead: TeamsInstead | undefined,
): Promise<ServiceClientCredentials> {
  const factory =
    instead?.credentials ?? new PasswordServiceClientCredentialFactory(appId, password, tenantId);
  const { ToChannelFromBotLoginUrl: login, ToChannelFromBotOAuthScope: scope } = CLOUD;
  return factory.createCredentials(appId, scope, login, true);
}
