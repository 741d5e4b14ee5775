/** Teams looked over before anybody types there: what `bellbird doctor` says of it. */
import { AuthenticationConstants } from 'botframework-connector';
import type { Checked } from '../../../src/ports/checked.ts';
import type { School } from '../../../src/school/school.ts';
import { SERVICE } from '../acquaintances.ts';
import { authentication, loginOf, type TeamsInstead, type TeamsSettings } from '../auth.ts';
import { connectorService } from '../service.ts';
import { lookAtChannel } from './channel.ts';
import { lookAtKeys, lookAtLogin } from './login.ts';
import { lookAtPeople } from './people.ts';

/**
 * Looks at the app's login and Microsoft's keys, and at each school's channel and people, with no more rights
 * than Bellbird has at work. It sends nothing to anybody. Where the login fails, the rest cannot be looked at.
 * `now` gives epoch ms.
 */
export async function lookAtTeams(
  app: TeamsSettings,
  schools: readonly School[],
  now: () => number,
  instead?: TeamsInstead,
): Promise<Checked[]> {
  const keys =
    instead?.openIdMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
  const login = await lookAtLogin(await loginOf(app, instead));
  const found = [login, ...(await lookAtKeys(keys, now))];
  if (login.state === 'fault') return found;
  const service = connectorService(authentication(app, instead), app.appId);
  const line = { service, url: instead?.service ?? SERVICE, appId: app.appId };
  for (const school of schools) {
    if (school.teams === null || school.teams.tenant !== app.tenantId) continue;
    const { checked, members } = await lookAtChannel(line, school);
    found.push(...checked, ...(await lookAtPeople(line, school, members)));
  }
  return found;
}
