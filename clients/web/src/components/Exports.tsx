import { useSignal } from '@preact/signals';
import { bytes } from '../api/http.ts';
import type { Item } from '../api/items.ts';
import { t, type MessageKey } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { save } from './save.ts';

interface Format {
  readonly name: 'html' | 'geojson' | 'kml' | 'hxl' | 'cap' | 'ics';
  /** Name of the file: of the format, and of nothing in it. */
  readonly file: string;
  /** Kinds that it holds; absent for all. The twin is `ExportFormats` of the server. */
  readonly kinds?: readonly string[];
}

const formats: readonly Format[] = [
  { name: 'html', file: 'contactgroup.html' },
  { name: 'geojson', file: 'contactgroup.geojson' },
  { name: 'kml', file: 'contactgroup.kml' },
  { name: 'hxl', file: 'contactgroup-hxl.csv' },
  { name: 'cap', file: 'contactgroup-cap.xml', kinds: ['advisory', 'incident'] },
  { name: 'ics', file: 'contactgroup.ics', kinds: ['movement', 'site', 'advisory', 'access-constraint'] },
];

/** Takes an item out as a file. What is not for export says so; every file is on record before it leaves. */
export function Exports({ item }: { readonly item: Item }) {
  const busy = useSignal(false);
  const refused = useSignal(false);

  async function take(format: Format): Promise<void> {
    busy.value = true;
    const content = await bytes(`/api/release/items/${item.item}/export/${format.name}`);
    busy.value = false;
    refused.value = content === undefined;
    if (content !== undefined) save(URL.createObjectURL(content), format.file);
  }

  const offered = formats.filter((format) => format.kinds?.includes(item.kind) ?? true);
  return (
    <details>
      <summary>{t('export.title')}</summary>
      <div class="stack-tight">
        {item.marking.caveats.includes('no-export') ? (
          <p>{t('export.never')}</p>
        ) : (
          <>
            <p class="muted">{t('export.what')}</p>
            <div class="row">
              {offered.map((format) => (
                <Button key={format.name} kind="quiet" disabled={busy.value} onClick={() => void take(format)}>
                  {t(labels[format.name])}
                </Button>
              ))}
            </div>
          </>
        )}
        {refused.value && (
          <p class="warning" role="alert">
            {t('export.refused')}
          </p>
        )}
      </div>
    </details>
  );
}

const labels: Record<Format['name'], MessageKey> = {
  html: 'export.html',
  geojson: 'export.geojson',
  kml: 'export.kml',
  hxl: 'export.hxl',
  cap: 'export.cap',
  ics: 'export.ics',
};
