import type { UploadedFile } from './answers.ts';

/** A form with files: the JSON of `payload_json`, and the files in order. https://discord.com/developers/docs/reference#uploading-files */
export function readMultipart(body: Buffer, contentType: string): { body: unknown; files: UploadedFile[] } {
  const boundary = /boundary="?([^";]+)/u.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error('multipart without a boundary');
  let json: unknown = null;
  const files: UploadedFile[] = [];
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const head = Buffer.from(part.slice(2, end), 'latin1').toString('utf8');
    const data = Buffer.from(part.slice(end + 4, -2), 'latin1');
    const field = /name="([^"]+)"/u.exec(head)?.[1] ?? '';
    const name = /filename="([^"]*)"/u.exec(head)?.[1];
    if (name === undefined && field === 'payload_json') json = JSON.parse(data.toString('utf8'));
    else if (name === undefined) throw new Error(`an unknown part ${field}`);
    else files.push({ field, name, mime: /content-type:\s*(\S+)/iu.exec(head)?.[1] ?? '', data });
  }
  return { body: json, files };
}

/** What is wrong with the files of a request; null: nothing. */
export function wrongFiles(body: unknown, files: readonly UploadedFile[]): string | null {
  const declared =
    body !== null && typeof body === 'object' && 'attachments' in body && Array.isArray(body.attachments) ? body.attachments : [];
  if (files.length > 10) return `${files.length} files`;
  if (files.some(({ field }, i) => field !== `files[${i}]`)) return 'files that are not called files[0], files[1] …';
  if (declared.length !== files.length) return `${declared.length} attachments described, ${files.length} sent`;
  if (files.reduce((sum, { data }) => sum + data.length, 0) > 10 * 1024 * 1024) return 'more than 10 MiB of files';
  return null;
}
