// @ts-check
/**
 * What passes between page and server, as types.
 * @typedef {{ title: string, summary: string, mark: 'ok' | 'ask' | 'stop' | 'wait' | 'over' | null, adaptive: object }} ShownCard
 * @typedef {{ kind: 'text' | 'link' | 'hashtag' | 'mention', text: string }} Segment
 * @typedef {{ kind: 'line', person: string, text: string, at: number }} Line
 * @typedef {{ kind: 'card', ref: string, card: ShownCard, at: number }} CardMessage
 * @typedef {{ kind: 'post', handle: string, url: string, at: number, segments: Segment[], removed: boolean }} Post
 * @typedef {'staff' | 'slt' | 'timeline'} PaneName
 * @typedef {{ pane: PaneName, topic: string, seq: number, key: string, value: Line | CardMessage | Post }} Item
 * @typedef {{ id: string, name: string, roles: string, slt: boolean }} Person
 * @typedef {{ line: string, fill: string, help: string }} Completion
 * @typedef {{ id: string, name: string, timezone: string, accounts: { handle: string, name: string }[], people: Person[], completions: Completion[], schools: { id: string, name: string }[] }} School
 * @typedef {{ as: 'card' | 'replace', items: Item[] }
 *   | { as: 'dialog' | 'note', items: Item[], card: ShownCard, ref: string | null }
 *   | { as: 'word', items: Item[], words: string }} Reply
 * @typedef {{ action: string, draft?: string, revision?: number, item?: string, fields: Record<string, string> }} Touch
 */
export {};
