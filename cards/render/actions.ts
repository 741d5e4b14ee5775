/** Buttons as Adaptive Card actions. They carry an action, a draft id, a revision number and a place: nothing else. */
import type { Button } from '../model.ts';
import { inputs } from './inputs.ts';
import { type Drawing, type Json, paragraph, runs } from './runs.ts';

const STYLES = { main: 'positive', plain: 'default', danger: 'destructive' } as const;

/** How many small buttons may stand in one set: a host folds the rest away. */
const IN_A_ROW = 6;

function payload(button: Button): Json {
  const { action, draft, revision, item } = button;
  return {
    action,
    ...(draft === undefined ? {} : { draft }),
    ...(revision === undefined ? {} : { revision }),
    ...(item === undefined ? {} : { item }),
  };
}

/** In Teams these open a dialog, which only a submit can ask for (Microsoft, "Invoke dialogs"). */
const DIALOGS: ReadonlySet<string> = new Set(['compose', 'edit', 'amend', 'details']);

function press(drawing: Drawing, button: Button, title: string, takesFields: boolean): Json {
  const common = {
    title,
    style: STYLES[button.look],
    data: { ...drawing.carries, ...payload(button) },
    ...(takesFields ? {} : { associatedInputs: 'none' }),
  };
  const submit = { type: 'Action.Submit', ...common };
  if (!drawing.execute) return submit;
  if (DIALOGS.has(button.action)) {
    return { ...submit, data: { ...common.data, msteams: { type: 'task/fetch' } } };
  }
  return { type: 'Action.Execute', verb: button.action, ...common, fallback: submit };
}

/** One button; what it asks for, or what cannot be taken back, opens below it with a second button that means it. */
export function action(drawing: Drawing, button: Button): Json {
  const { asks, sure } = button;
  if (asks === undefined && sure === undefined) {
    return press(drawing, button, button.label, button.takesFields);
  }
  const meant = `Yes, ${button.label.charAt(0).toLowerCase()}${button.label.slice(1)}`;
  return {
    type: 'Action.ShowCard',
    title: button.label,
    style: STYLES[button.look],
    card: {
      type: 'AdaptiveCard',
      body: [
        ...(sure === undefined ? [] : [paragraph(runs(sure))]),
        ...(asks ?? []).flatMap(inputs),
      ],
      actions: [press(drawing, button, meant, asks !== undefined || button.takesFields)],
    },
  };
}

/** Small buttons, in sets that no host cuts short. */
export function actionRows(drawing: Drawing, buttons: readonly Button[]): Json[] {
  const rows: Json[] = [];
  for (let from = 0; from < buttons.length; from += IN_A_ROW) {
    const row = buttons.slice(from, from + IN_A_ROW);
    rows.push({
      type: 'ActionSet',
      spacing: 'Small',
      actions: row.map((button) => action(drawing, button)),
    });
  }
  return rows;
}
