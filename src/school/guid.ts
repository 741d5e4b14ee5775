/** Ids as Microsoft Entra gives them: of a person, a tenant, an app. */

/** 8, 4, 4, 4 and 12 hexadecimal digits; their case says nothing. */
export const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
