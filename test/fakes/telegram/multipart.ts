/** A form: its files as they are, everything else as Telegram reads it, from JSON where it is JSON. */
export function readForm(body: Buffer, contentType: string): Record<string, unknown> {
  const boundary = /boundary="?([^";]+)/u.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error('a form without a boundary');
  const params: Record<string, unknown> = {};
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const head = Buffer.from(part.slice(0, end), 'latin1').toString('utf8');
    const data = Buffer.from(part.slice(end + 4, -2), 'latin1');
    const field = /name="([^"]+)"/u.exec(head)?.[1] ?? '';
    const name = /filename="([^"]*)"/u.exec(head)?.[1];
    const mime = /content-type:\s*(\S+)/iu.exec(head)?.[1] ?? '';
    params[field] = name === undefined ? readValue(field, data.toString('utf8')) : { name, mime, data };
  }
  return params;
}

/** Texts stay texts, also where they look like numbers. */
const TEXTS = new Set(['text', 'caption', 'parse_mode', 'chat_id']);

function readValue(field: string, text: string): unknown {
  if (TEXTS.has(field)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
