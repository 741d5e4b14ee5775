/** Fields as Adaptive Card inputs: each with a label, and with words for what is missing. */
import type { Field } from '../model.ts';
import { type Json, paragraph, runs } from './runs.ts';

function hinted(input: Json, hint: string | undefined): Json[] {
  if (hint === undefined) return [input];
  const words = runs(hint, { isSubtle: true, size: 'Small' });
  return [input, paragraph(words, { spacing: 'Small' })];
}

/** The input or inputs of a field, with its hint below. Values are as typed, uncut. */
export function inputs(field: Field): Json[] {
  switch (field.field) {
    case 'text': {
      const input = {
        type: 'Input.Text',
        id: field.id,
        label: field.label,
        value: field.value,
        isMultiline: field.long,
        ...(field.longest === undefined ? {} : { maxLength: field.longest }),
        ...(field.required
          ? { isRequired: true, errorMessage: 'Please write a few words here.' }
          : {}),
      };
      return hinted(input, field.hint);
    }
    case 'choice': {
      const input = {
        type: 'Input.ChoiceSet',
        id: field.id,
        label: field.label,
        style: 'compact',
        value: field.value,
        choices: field.choices.map((choice) => ({ title: choice.label, value: choice.value })),
        isRequired: true,
        errorMessage: 'Please choose one.',
      };
      return hinted(input, field.hint);
    }
    case 'ticks':
      return [
        {
          type: 'Input.ChoiceSet',
          id: field.id,
          label: field.label,
          style: 'expanded',
          isMultiSelect: true,
          wrap: true,
          value: field.value.join(','),
          choices: field.choices.map((choice) => ({ title: choice.label, value: choice.value })),
          isRequired: true,
          errorMessage: 'Please tick what you have done.',
        },
      ];
    case 'moment':
      return momentInputs(field);
  }
}

function momentInputs(field: Extract<Field, { field: 'moment' }>): Json[] {
  const column = (input: Json) => ({ type: 'Column', width: 'stretch', items: [input] });
  const date = {
    type: 'Input.Date',
    id: `${field.id}-date`,
    label: `${field.label}: day`,
    ...(field.date === '' ? {} : { value: field.date }),
  };
  const time = {
    type: 'Input.Time',
    id: `${field.id}-time`,
    label: `${field.label}: time`,
    ...(field.time === '' ? {} : { value: field.time }),
  };
  return hinted({ type: 'ColumnSet', columns: [column(date), column(time)] }, field.hint);
}
