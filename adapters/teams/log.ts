/** The part of a logger that the adapter uses. Fields never hold a draft's words or a token. */
export type Log = {
  info: (fields: Record<string, unknown>, says: string) => void;
  warn: (fields: Record<string, unknown>, says: string) => void;
  error: (fields: Record<string, unknown>, says: string) => void;
};
