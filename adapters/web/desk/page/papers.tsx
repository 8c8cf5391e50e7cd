import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { showPercent, t } from '#adapters/web/page/texts.ts';
import { Badge, Table } from '#adapters/web/page/ui.tsx';
import type { ReadFact, ShownPaper } from './api.ts';

/** Below this the officer should look at the paper itself. */
const SURE_ENOUGH = 0.8;

export function Papers({ fileId, papers }: { fileId: string; papers: readonly ShownPaper[] }): JSX.Element {
  const [shown, setShown] = useState(papers[0]?.id);
  const paper = papers.find(({ id }) => id === shown);
  if (!paper) return <p class="empty">{t('desk.noPapers')}</p>;
  const address = `/desk/api/files/${encodeURIComponent(fileId)}/papers/${encodeURIComponent(paper.id)}`;
  return (
    <>
      {papers.length > 1 && (
        <div class="tabs">
          {papers.map(({ id, name }) => (
            <button type="button" class="pick" key={id} aria-pressed={id === shown} onClick={() => setShown(id)}>
              {name}
            </button>
          ))}
        </div>
      )}
      <h3>{paper.name}</h3>
      {paper.facts.length > 0 && <Facts paper={paper} />}
      {paper.mime === 'application/pdf' ? (
        <Pdf key={address} address={address} name={paper.name} />
      ) : (
        <Picture address={address} paper={paper} />
      )}
    </>
  );
}

const Facts = ({ paper }: { paper: ShownPaper }): JSX.Element => (
  <Table label={t('desk.facts')} head={[t('desk.fact'), t('desk.read'), t('desk.confirmed'), t('desk.confidence')]}>
    {paper.facts.map((fact) => (
      <tr key={fact.name} class={fact.differs ? 'differs' : ''}>
        <th scope="row">{fact.name}</th>
        <td>{fact.value}</td>
        <td>
          {fact.confirmed ?? '–'} <Comparison fact={fact} />
        </td>
        <td>
          <Badge tone={fact.confidence < SURE_ENOUGH ? 'wait' : 'plain'}>{showPercent(fact.confidence)}</Badge>
        </td>
      </tr>
    ))}
  </Table>
);

function Comparison({ fact: { differs, confirmed } }: { fact: ReadFact }): JSX.Element | null {
  if (confirmed === undefined) return null;
  return differs ? <Badge tone="bad">{t('desk.differs')}</Badge> : <Badge tone="good">{t('desk.same')}</Badge>;
}

const Picture = ({ address, paper }: { address: string; paper: ShownPaper }): JSX.Element => (
  <figure>
    {paper.mime.startsWith('image/') && <img src={address} alt={paper.name} />}
    <OwnTab address={address} />
  </figure>
);

const OwnTab = ({ address }: { address: string }): JSX.Element => (
  <figcaption>
    <a href={address} target="_blank" rel="noreferrer">
      {t('desk.openPaper')}
    </a>
  </figcaption>
);

/** Fetched first and shown from memory: as it comes from the server, a paper lets nobody frame it. */
function Pdf({ address, name }: { address: string; name: string }): JSX.Element {
  const shownAt = usePdf(address);
  if (!shownAt) return <p aria-busy="true">{t('desk.loading')}</p>;
  return (
    <figure>
      <iframe src={`${shownAt}#navpanes=0&view=FitH`} title={name} />
      <OwnTab address={shownAt} />
    </figure>
  );
}

/** The address of the file in memory; let go when it is no longer shown. */
function usePdf(address: string): string | undefined {
  const [shownAt, setShownAt] = useState<string>();
  useEffect(() => {
    const gone = new AbortController();
    let made: string | undefined;
    const load = async () => {
      const response = await fetch(address, { signal: gone.signal });
      if (!response.ok) return;
      made = URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: 'application/pdf' }));
      setShownAt(made);
    };
    load().catch(() => undefined);
    return () => {
      gone.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [address]);
  return shownAt;
}
