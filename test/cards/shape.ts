/** The project's own check of the Adaptive Cards it makes: the elements used, and what each must have. */
type Json = Record<string, unknown>;

const KEYS: Record<string, readonly string[]> = {
  AdaptiveCard: ['$schema', 'version', 'lang', 'fallbackText', 'speak', 'body', 'actions'],
  TextBlock: ['text', 'style', 'size', 'weight', 'wrap'],
  RichTextBlock: ['inlines', 'spacing', 'horizontalAlignment'],
  TextRun: ['text', 'weight', 'isSubtle', 'size', 'highlight'],
  Container: ['items', 'style', 'spacing', 'id', 'isVisible', 'separator'],
  ColumnSet: ['columns'],
  Column: ['width', 'items'],
  ActionSet: ['actions', 'spacing'],
  'Input.Text': ['id', 'label', 'value', 'isMultiline', 'maxLength', 'isRequired', 'errorMessage'],
  'Input.ChoiceSet': [
    'id',
    'label',
    'style',
    'value',
    'choices',
    'isMultiSelect',
    'wrap',
    'isRequired',
    'errorMessage',
  ],
  'Input.Date': ['id', 'label', 'value'],
  'Input.Time': ['id', 'label', 'value'],
  'Action.Submit': ['title', 'style', 'data', 'associatedInputs'],
  'Action.Execute': ['title', 'style', 'data', 'associatedInputs', 'verb', 'fallback'],
  'Action.ShowCard': ['title', 'style', 'card'],
  'Action.OpenUrl': ['title', 'url'],
  'Action.ToggleVisibility': ['title', 'tooltip', 'targetElements'],
};
const DATA_KEYS = ['action', 'draft', 'revision', 'item'];

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object inside, with the path to it, the card itself first. */
export function walk(value: unknown, path = 'card'): { path: string; at: Json }[] {
  if (Array.isArray(value)) return value.flatMap((each, place) => walk(each, `${path}[${place}]`));
  if (!isJson(value)) return [];
  const inside = Object.entries(value).flatMap(([key, each]) => walk(each, `${path}.${key}`));
  return [{ path, at: value }, ...inside];
}

/** Teams' own key: the button opens a dialog. */
const ASKS_FOR_DIALOG = '{"type":"task/fetch"}';

function actionFaults(at: Json): string[] {
  const faults: string[] = [];
  const title = at.title;
  if (typeof title !== 'string' || title.trim() === '') faults.push('has no label');
  if (typeof title === 'string' && title.length > 75) faults.push(`has a label of ${title.length}`);
  if (at.type !== 'Action.Submit' && at.type !== 'Action.Execute') return faults;
  const data = isJson(at.data) ? at.data : {};
  const extra = Object.keys(data).filter((key) => ![...DATA_KEYS, 'msteams'].includes(key));
  if (extra.length > 0) faults.push(`carries ${extra.join(', ')}`);
  if (typeof data.action !== 'string') faults.push('carries no action');
  const { msteams } = data;
  if (msteams !== undefined && JSON.stringify(msteams) !== ASKS_FOR_DIALOG)
    faults.push('asks Teams for something else than a dialog');
  return faults;
}

function elementFaults(type: string, at: Json): string[] {
  if (type.startsWith('Action.')) return actionFaults(at);
  const faults: string[] = [];
  if (type.startsWith('Input.')) {
    if (typeof at.id !== 'string' || at.id === '') faults.push('has no id');
    if (DATA_KEYS.includes(String(at.id))) faults.push('would overwrite what a button carries');
    if (typeof at.label !== 'string' || at.label === '') faults.push('has no label');
    if (at.isRequired === true && !at.errorMessage) faults.push('is needed and does not say so');
  }
  if (type === 'TextRun' && (typeof at.text !== 'string' || at.text === ''))
    faults.push('is empty');
  return faults;
}

/** A sentence for everything wrong with the card; empty when it is as it should be. */
export function shapeFaults(card: object): string[] {
  const faults: string[] = [];
  const ids: string[] = [];
  for (const { path, at } of walk(card)) {
    const type = at.type;
    if (typeof type !== 'string' || path.endsWith('.data.msteams')) continue;
    const keys = KEYS[type];
    if (!keys) {
      faults.push(`${path}: ${type} is no element we use`);
      continue;
    }
    const extra = Object.keys(at).filter((key) => key !== 'type' && !keys.includes(key));
    if (extra.length > 0) faults.push(`${path}: ${type} has ${extra.join(', ')}`);
    faults.push(...elementFaults(type, at).map((fault) => `${path}: ${type} ${fault}`));
    if (typeof at.id === 'string') ids.push(at.id);
  }
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  if (twice.length > 0) faults.push(`ids used twice: ${twice.join(', ')}`);
  return faults;
}

/** Everything a person sees or hears of the card, without what stands in inputs. */
export function visible(card: object): string[] {
  const keys = ['text', 'title', 'label', 'errorMessage', 'tooltip', 'fallbackText', 'speak'];
  return walk(card).flatMap(({ at }) =>
    keys.flatMap((key) => (typeof at[key] === 'string' ? [at[key]] : [])),
  );
}
