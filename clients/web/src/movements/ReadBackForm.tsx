import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import { TwoClocks } from '../components/TwoClocks.tsx';
import { textOf } from '../components/fieldReaders.ts';
import { t } from '../i18n/index.ts';
import { loadMgrs } from '../places/mgrs.ts';
import { siteReadBackOf } from '../sites/siteReadBack.ts';
import { say } from './readBackWords.ts';
import type { SpokenLine } from './radioWords.ts';
import { readBackOf, type ReadBack } from './readBack.ts';
import { stopName } from './movementTitle.ts';

/** What is said on the radio, line by line, each with what both ends compare. The words of the radio are the same in every language. */
export function ReadBackForm({ item }: { readonly item: Item }) {
  const ready = useSignal<boolean | undefined>(undefined);
  useEffect(() => void loadMgrs().then((there) => (ready.value = there)), []);
  if (ready.value === undefined) return <p class="muted">{t('channel.loading')}</p>;
  // Without grid references this end would read out other digits than the other one.
  if (!ready.value) return <p class="warning">{t('readBack.notLoaded')}</p>;
  return item.kind === 'site' ? <SiteLines item={item} /> : <MovementLines item={item} />;
}

function MovementLines({ item }: { readonly item: Item }) {
  const read = readBackOf(item);
  if (read === undefined) return <p class="note">{t('readBack.nothing')}</p>;
  return (
    <Whole check={read.check} what={t('readBack.what')}>
      <Lines read={read} item={item} />
      {(read.road !== undefined || read.others.length > 0) && <p class="note">{say('whatWays')}</p>}
    </Whole>
  );
}

function SiteLines({ item }: { readonly item: Item }) {
  const read = siteReadBackOf(item);
  if (read === undefined) return <p class="note">{t('readBack.nothingSite')}</p>;
  return (
    <Whole check={read.check} what={t('readBack.whatSite')}>
      <ol class="read-back">
        <Line title={t('readBack.reference')} line={read.reference} />
        <Line title={t('readBack.version')} line={read.version} />
        <Line title={t('readBack.position')} line={read.position} check />
        {read.corners.map((line, index) => (
          <Line key={index} title={t('readBack.corner', { n: index + 1 })} line={line} check />
        ))}
      </ol>
    </Whole>
  );
}

interface WholeProps {
  readonly check: string;
  readonly what: string;
  readonly children: ComponentChildren;
}

function Whole({ check, what, children }: WholeProps) {
  return (
    <>
      <p>{t('readBack.how')}</p>
      {children}
      <p class="read-back-check">
        {t('readBack.checkAll')}: <Code text={check} />
      </p>
      <p class="muted">{what}</p>
    </>
  );
}

function Lines({ read, item }: { readonly read: ReadBack; readonly item: Item }) {
  return (
    <ol class="read-back">
      <Line title={t('readBack.reference')} line={read.reference} />
      <Line title={t('readBack.version')} line={read.version} />
      <Line title={t('readBack.from')} line={read.from} at={textOf(item.fields['windowStart'])} />
      <Line title={t('readBack.until')} line={read.until} at={textOf(item.fields['windowEnd'])} />
      {read.stops.map((line, index) => (
        <Line
          key={index}
          title={stopName(item.fields['route'], index)}
          line={line}
          at={line.stop.at}
          until={line.stop.until}
          check
        />
      ))}
      {read.road !== undefined && <Line title={say('road')} line={read.road} check />}
      {read.others.map((line, index) => (
        <Line key={index} title={say('otherWay', { n: index + 1 })} line={line} check />
      ))}
    </ol>
  );
}

interface LineProps {
  readonly title: string;
  readonly line: SpokenLine;
  readonly at?: string | undefined;
  readonly until?: string | undefined;
  readonly check?: boolean;
}

function Line({ title, line, at, until, check = false }: LineProps) {
  return (
    <li>
      <strong>{title}</strong>
      <Code text={line.written} />
      <bdi dir="ltr" lang="en" class="spoken">
        {line.spoken}
      </bdi>
      {at !== undefined && <TwoClocks at={at} />}
      {until !== undefined && (
        <span>
          {t('movement.stop.untilShort')} <TwoClocks at={until} />
        </span>
      )}
      {check && (
        <span class="read-back-check">
          {t('readBack.check')}: <Code text={line.check} />
        </span>
      )}
    </li>
  );
}

function Code({ text }: { readonly text: string }) {
  return (
    <bdi dir="ltr" class="code">
      {text}
    </bdi>
  );
}
