/** The parts an Adaptive Card 1.5 may be made of in Teams: which keys each has, and which it must have. */

export type Shape = { needs: string[]; may: string[] };

const words = (all: string) => all.split(' ').filter(Boolean);
const shape = (needs: string, may: string): Shape => ({ needs: words(needs), may: words(may) });

/** Keys of everything that stands in a body. */
const ELEMENT = 'id isVisible separator spacing height fallback requires';
const INPUT = `${ELEMENT} label isRequired errorMessage`;
const ACTION = 'title id style iconUrl fallback requires tooltip isEnabled mode';

export const CARD_SHAPE = shape(
  'version',
  'body actions fallbackText lang speak $schema refresh authentication selectAction backgroundImage minHeight verticalContentAlignment rtl msteams',
);

export const ELEMENTS: Record<string, Shape> = {
  TextBlock: shape(
    'text',
    `${ELEMENT} color fontType horizontalAlignment isSubtle maxLines size weight wrap style`,
  ),
  RichTextBlock: shape('inlines', `${ELEMENT} horizontalAlignment`),
  Image: shape(
    'url',
    `${ELEMENT} altText backgroundColor horizontalAlignment selectAction size style width`,
  ),
  ImageSet: shape('images', `${ELEMENT} imageSize`),
  Container: shape(
    'items',
    `${ELEMENT} style bleed selectAction verticalContentAlignment backgroundImage minHeight rtl`,
  ),
  ColumnSet: shape('columns', `${ELEMENT} style bleed selectAction minHeight horizontalAlignment`),
  FactSet: shape('facts', ELEMENT),
  Table: shape(
    'columns rows',
    `${ELEMENT} firstRowAsHeader showGridLines gridStyle horizontalCellContentAlignment verticalCellContentAlignment`,
  ),
  ActionSet: shape('actions', ELEMENT),
  'Input.Text': shape(
    'id',
    `${INPUT} isMultiline maxLength placeholder regex style inlineAction value`,
  ),
  'Input.Number': shape('id', `${INPUT} max min placeholder value`),
  'Input.Date': shape('id', `${INPUT} max min placeholder value`),
  'Input.Time': shape('id', `${INPUT} max min placeholder value`),
  'Input.Toggle': shape('id title', `${INPUT} value valueOff valueOn wrap`),
  'Input.ChoiceSet': shape(
    'id choices',
    `${INPUT} choices.data isMultiSelect style value placeholder wrap`,
  ),
};

/** What stands inside other elements and nowhere else. */
export const INNER: Record<string, Shape> = {
  TextRun: shape(
    'text',
    'color fontType highlight isSubtle italic selectAction size strikethrough underline weight',
  ),
  Column: shape(
    '',
    `${ELEMENT} items backgroundImage bleed rtl minHeight selectAction style verticalContentAlignment width`,
  ),
  TableRow: shape(
    'cells',
    `${ELEMENT} style horizontalCellContentAlignment verticalCellContentAlignment`,
  ),
  TableCell: shape(
    'items',
    `${ELEMENT} style bleed selectAction verticalContentAlignment backgroundImage minHeight rtl`,
  ),
};

export const ACTIONS: Record<string, Shape> = {
  'Action.Submit': shape('title', `${ACTION} data associatedInputs`),
  'Action.Execute': shape('title verb', `${ACTION} data associatedInputs`),
  'Action.ShowCard': shape('title card', ACTION),
  'Action.OpenUrl': shape('title url', ACTION),
  'Action.ToggleVisibility': shape('title targetElements', ACTION),
};

/** Words a key may have; any where left out here. */
export const WORDS: Record<string, string[]> = {
  spacing: words('default none small medium large extraLarge padding'),
  weight: words('default lighter bolder'),
  size: words('default small medium large extraLarge auto stretch'),
  color: words('default dark light accent good warning attention'),
  horizontalAlignment: words('left center right'),
  associatedInputs: words('auto none'),
};

/** Words of `style`, by the beginning of the type. */
export const STYLES: [type: RegExp, words: string[]][] = [
  [/^Action/, words('default positive destructive')],
  [/^TextBlock/, words('default heading columnHeader')],
  [/^Input.Text/, words('text tel url email password')],
  [/^Input.ChoiceSet/, words('compact expanded filtered')],
  [/^Image/, words('default person')],
  [/^(Container|Column|Table)/, words('default emphasis good attention warning accent')],
];
