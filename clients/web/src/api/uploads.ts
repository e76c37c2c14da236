import type { Answer } from './answer.ts';
import { command, get, part, remove } from './http.ts';

/** How far an upload is. Twin: ContactGroup.Channels.Uploading.UploadStatus. */
export interface UploadStatus {
  readonly upload: string;
  readonly offset: number;
  readonly size: number;
  readonly complete: boolean;
  readonly crosses?: boolean | null;
  /** Why it never crosses sides. */
  readonly stays?: string | null;
}

export function beginUpload(
  channel: string,
  file: { readonly name: string; readonly mediaType: string; readonly size: number },
  key: string,
): Promise<Answer<UploadStatus>> {
  return command(`/api/channels/channels/${channel}/uploads`, file, key);
}

export function sendPart(upload: string, bytes: Blob, offset: number): Promise<Answer<UploadStatus>> {
  return part(`/api/channels/uploads/${upload}`, bytes, offset);
}

export function uploadStatus(upload: string): Promise<Answer<UploadStatus>> {
  return get(`/api/channels/uploads/${upload}`);
}

export function removeUpload(upload: string): Promise<Answer<undefined>> {
  return remove(`/api/channels/uploads/${upload}`);
}
