/** Microsoft's schema of Adaptive Cards 1.5: an extra for those who have a copy beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Json } from '../slack/json.ts';

const SCHEMA = new URL('../../../../shared/data/adaptive-card-1.5.json', import.meta.url);

let valid: ValidateFunction | null | undefined;

function compiled(): ValidateFunction | null {
  if (!existsSync(SCHEMA)) return null;
  const require = createRequire(import.meta.url);
  const { id, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  return ajv.compile({ $id: id, ...schema });
}

/** Whether there is a schema to ask. */
export const hasSchema = () => existsSync(SCHEMA);

/** What the schema has against a card; nothing where there is no schema. Teams' own root key is left out. */
export function schemaFaults({ msteams: _msteams, ...card }: Json): string[] {
  valid ??= compiled();
  if (!valid || valid(card)) return [];
  const [first] = valid.errors ?? [];
  return [`card${first?.instancePath ?? ''} is not valid by the schema: ${first?.message ?? ''}`];
}
