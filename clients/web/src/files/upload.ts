import type { Answer } from '../api/answer.ts';
import { ProblemCodes } from '../api/problem.ts';
import { beginUpload, sendPart, uploadStatus, type UploadStatus } from '../api/uploads.ts';
import { run } from '../state/commands.ts';

/** Small enough to get through on a slow line before its time is over. */
export const partBytes = 64 * 1024;
const mostDetours = 5;

interface UploadOptions {
  readonly channel: string;
  readonly name: string;
  readonly mediaType: string;
  readonly key: string;
  readonly onProgress: (status: UploadStatus) => void;
  /** Asked before every part. */
  readonly stopped: () => boolean;
}

/** Sends a file part by part and goes on where the server is. The last answer is the complete upload, or why there is none. */
export async function upload(bytes: Blob, options: UploadOptions): Promise<Answer<UploadStatus>> {
  const { channel, name, mediaType, key } = options;
  const begun = await run(() => beginUpload(channel, { name, mediaType, size: bytes.size }, key));
  if (begun.kind !== 'ok') return begun;
  let answer = await run(() => uploadStatus(begun.value.upload));
  for (let detours = 0; answer.kind === 'ok' && !answer.value.complete && !options.stopped();) {
    const { offset, upload: id } = answer.value;
    options.onProgress(answer.value);
    answer = await run(() => sendPart(id, bytes.slice(offset, offset + partBytes), offset));
    if (answer.kind === 'refused' && answer.problem.code === ProblemCodes.uploadElsewhere && detours++ < mostDetours) {
      answer = await run(() => uploadStatus(id));
    }
  }
  return answer;
}
