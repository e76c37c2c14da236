import { isPicture } from './fileTypes.ts';

const longestSide = 1280;
const quality = 0.85;

/** What goes over the line: a picture drawn anew, so that nothing of its file is left but what it shows; anything else as it is. */
export async function prepare(
  file: File,
  mediaType: string,
  original: boolean,
): Promise<{ readonly blob: Blob; readonly name: string; readonly mediaType: string }> {
  const asItIs = { blob: file, name: file.name, mediaType };
  if (original || !isPicture(mediaType) || typeof createImageBitmap !== 'function') return asItIs;
  try {
    const drawn = await draw(file);
    return drawn === undefined
      ? asItIs
      : { blob: drawn, name: file.name.replace(/\.[^.]*$/, '') + '.jpg', mediaType: 'image/jpeg' };
  } catch {
    return asItIs; // The server cleans it, or says why not.
  }
}

async function draw(file: File): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => {
    canvas.toBlob(
      (blob) => {
        resolve(blob ?? undefined);
      },
      'image/jpeg',
      quality,
    );
  });
}
