/** Types that a server of this version takes, by how names end. Twin: ContactGroup.Channels.Domain.Files.FileType. */
const byExtension: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  txt: 'text/plain',
  csv: 'text/csv',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
};

export const accepted = Object.keys(byExtension)
  .map((extension) => `.${extension}`)
  .join(',');

export function mediaTypeOf(name: string): string | undefined {
  return byExtension[name.split('.').pop()?.toLowerCase() ?? ''];
}

export function isPicture(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}
