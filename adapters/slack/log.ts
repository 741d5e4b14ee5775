/** What the SDK logs, in our own log. Its debug and info lines hold whole requests, so they are never taken. */
import { type Logger, LogLevel } from '@slack/bolt';

export type Log = {
  info: (fields: Record<string, unknown>, says: string) => void;
  warn: (fields: Record<string, unknown>, says: string) => void;
  error: (fields: Record<string, unknown>, says: string) => void;
};

function words(parts: unknown[]): string {
  const said = parts.map((part) => (part instanceof Error ? part.message : String(part)));
  return said.join(' ').slice(0, 500);
}

/** A logger for Bolt and its clients. */
export function sdkLog(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn({ from: 'slack' }, words(parts)),
    error: (...parts) => log.error({ from: 'slack' }, words(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
