using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Exports;

/// <summary>
/// A page to print: the marking above and below, the fixed sentence in English and Arabic, every shown field. No script, nothing fetched, everything escaped; text
/// of others keeps its own direction.
/// </summary>
internal sealed class HtmlFormat : IExportFormat
{
    public string Name => "html";

    public IReadOnlyCollection<string> Kinds { get; } = [.. ItemSchemas.All.Select(schema => schema.Kind)];

    public ExportFile FileOf(bool single) => new("text/html; charset=utf-8", "contactgroup.html");

    public IExportWriter Open(Stream buffer, ExportScope scope) => new Writer(buffer, scope);

    private sealed class Writer(Stream buffer, ExportScope scope) : IExportWriter
    {
        private const string Style =
            "body{font:11pt/1.4 'Noto Sans','Noto Sans Arabic',sans-serif;margin:1.5cm;color:#000;background:#fff}"
            + ".marking{font-weight:bold;text-align:center;border:1px solid #000;padding:2mm;margin:0 0 5mm}"
            + ".notice{border-inline-start:1mm solid #000;padding-inline-start:3mm;margin:3mm 0}"
            + "article{break-inside:avoid-page;border-top:1px solid #000;padding-top:3mm;margin-top:6mm}"
            + "h1{font-size:15pt}h2{font-size:12pt;margin:0 0 1mm}dl{display:grid;grid-template-columns:11em 1fr;gap:1mm 4mm;margin:2mm 0}"
            + "dt{font-weight:bold}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}p{margin:1mm 0}"
            + "@page{margin:1.5cm}@media print{body{margin:0}}";

        // Letters of every script stay as they are; what means something in HTML never does.
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StreamWriter page = new(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };

        public void Begin()
        {
            page.WriteLine("<!DOCTYPE html>");
            page.WriteLine("<html lang=\"en\" dir=\"ltr\">");
            page.WriteLine("<head>");
            page.WriteLine("<meta charset=\"utf-8\">");
            page.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
            page.WriteLine("<meta name=\"referrer\" content=\"no-referrer\">");
            page.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
            page.WriteLine("<title>ContactGroup export</title>");
            page.WriteLine($"<style>{Style}</style>");
            page.WriteLine("</head>");
            page.WriteLine("<body>");
            Marking("header");
            page.WriteLine("<main>");
            page.WriteLine("<h1>ContactGroup export</h1>");
            page.WriteLine($"<p>Made {ShownTime.Instant(scope.Now)}. Times are UTC. What it shows may have changed since.</p>");
            Notice(scope.NeedsNotice);
            page.Flush();
        }

        public void Add(ExportItem item)
        {
            page.WriteLine("<article>");
            page.WriteLine($"<h2>{Escaped(ExportWords.TitleOf(item))}</h2>");
            page.WriteLine($"<p>{Escaped(ExportMarking.Of(item).ToString())}</p>");
            Notice(!scope.Single && ExportWords.NeedsNotice(item.Kind));
            page.WriteLine("<dl>");
            Row("Status", [item.Status]);
            Row("Shown to you since", [ShownTime.Instant(item.ReleasedAt)]);
            foreach (var (field, label, lines) in ShownText.Of(item))
            {
                if (field.Name != "notice")
                {
                    Row(label, lines);
                }
            }

            page.WriteLine("</dl>");
            page.WriteLine("</article>");
            page.Flush();
        }

        public void End()
        {
            page.WriteLine("</main>");
            Marking("footer");
            page.WriteLine("</body>");
            page.WriteLine("</html>");
            page.Flush();
        }

        public void Dispose() => page.Dispose();

        private void Marking(string element) => page.WriteLine($"<{element} class=\"marking\">{Escaped(scope.Marking.ToString())}</{element}>");

        private void Notice(bool needed)
        {
            if (needed)
            {
                page.WriteLine($"<p class=\"notice\">{Escaped(ExportWords.Notice.English)}</p>");
                page.WriteLine($"<p class=\"notice\" lang=\"ar\" dir=\"rtl\">{Escaped(ExportWords.Notice.Arabic ?? string.Empty)}</p>");
            }
        }

        private void Row(string label, IEnumerable<string> lines) =>
            page.WriteLine($"<dt>{Escaped(label)}</dt><dd dir=\"auto\">{Escaped(string.Join('\n', lines))}</dd>");

        private static string Escaped(string text) => Encoder.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);
    }
}
