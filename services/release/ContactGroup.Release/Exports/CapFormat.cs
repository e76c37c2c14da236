using System.Text.Json.Nodes;
using System.Xml;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Release.Exports;

/// <summary>Common Alerting Protocol 1.2: an advisory or incident by itself is an alert; many are an Atom feed (RFC 4287) with an alert in each entry.</summary>
internal sealed class CapFormat : IExportFormat
{
    private const string Namespace = "urn:oasis:names:tc:emergency:cap:1.2";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Sender = "contactgroup";

    public string Name => "cap";

    public IReadOnlyCollection<string> Kinds { get; } = [AdvisorySchema.Schema.Kind, IncidentSchema.Schema.Kind];

    public bool NamesEarlier => true;

    public ExportFile FileOf(bool single) => single
        ? new("application/cap+xml; charset=utf-8", "contactgroup-cap.xml")
        : new("application/atom+xml; charset=utf-8", "contactgroup-cap-feed.xml");

    public IExportWriter Open(Stream buffer, ExportScope scope) => scope.Single ? new Alone(buffer) : new Feed(buffer, scope);

    private sealed class Alone(Stream buffer) : IExportWriter
    {
        private readonly XmlWriter xml = XmlWriter.Create(buffer, XmlText.Settings);

        public void Begin() => xml.WriteStartDocument();

        public void Add(ExportItem item) => WriteAlert(xml, item);

        public void End()
        {
            xml.WriteEndDocument();
            xml.Flush();
        }

        public void Dispose() => xml.Dispose();
    }

    private sealed class Feed(Stream buffer, ExportScope scope) : IExportWriter
    {
        private readonly XmlWriter xml = XmlWriter.Create(buffer, XmlText.Settings);

        public void Begin()
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("feed", Atom);
            xml.Element("id", "urn:contactgroup:export:cap");
            xml.Element("title", "ContactGroup alerts");
            xml.Element("subtitle", scope.Marking.ToString());
            xml.Element("updated", ShownTime.Instant(scope.Now));
            xml.WriteStartElement("author");
            xml.Element("name", Sender);
            xml.WriteEndElement();
            xml.Flush();
        }

        public void Add(ExportItem item)
        {
            xml.WriteStartElement("entry");
            xml.Element("id", "urn:contactgroup:alert:" + CapWords.Identifier(item.Id, item.Revision, item.ReleasedAt));
            xml.Element("title", ExportWords.TitleOf(item));
            xml.Element("updated", ShownTime.Instant(item.ReleasedAt));
            xml.WriteStartElement("content");
            xml.WriteAttributeString("type", "application/cap+xml");
            WriteAlert(xml, item);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.Flush();
        }

        public void End()
        {
            xml.WriteEndDocument();
            xml.Flush();
        }

        public void Dispose() => xml.Dispose();
    }

    private static void WriteAlert(XmlWriter xml, ExportItem item)
    {
        xml.WriteStartElement("alert", Namespace);
        xml.Element("identifier", CapWords.Identifier(item.Id, item.Revision, item.ReleasedAt));
        xml.Element("sender", Sender);
        xml.Element("sent", CapWords.Time(item.ReleasedAt));
        xml.Element("status", item.IsExercise ? "Exercise" : "Actual");
        xml.Element("msgType", CapWords.MessageType(item));
        xml.Element("scope", "Restricted");
        xml.Element("restriction", $"{ExportMarking.Of(item)}; only for those it was released to");
        xml.Element("note", item.IsExercise ? "EXERCISE EXERCISE EXERCISE" : null);
        xml.Element("references", string.Join(' ', item.Earlier.Select(earlier => Reference(item.Id, earlier))));
        xml.Element("incidents", item.Reference);
        WriteInfo(xml, item);
        xml.WriteEndElement();
        xml.Flush();
    }

    private static string Reference(string item, EarlierView earlier)
    {
        var sent = Instants.FromMicroseconds(earlier.At);
        return $"{Sender},{CapWords.Identifier(item, earlier.Revision, sent)},{CapWords.Time(sent)}";
    }

    private static void WriteInfo(XmlWriter xml, ExportItem item)
    {
        var period = ShownPeriod.Of(item);
        var summary = item.TextOf("summary");
        xml.WriteStartElement("info");
        xml.Element("language", summary is not null && summary.Any(IsArabic) ? "ar" : "en");
        xml.Element("category", CapWords.Category(item));
        xml.Element("event", CapWords.Event(item));
        xml.Element("responseType", CapWords.Response(item));
        xml.Element("urgency", CapWords.Urgency(item));
        xml.Element("severity", CapWords.Severity(item));
        xml.Element("certainty", CapWords.Certainty(item));
        xml.Element("onset", period.From is { } from ? CapWords.Time(from.At) : null);
        xml.Element("expires", item.TimeOf("validUntil") is { } until ? CapWords.Time(until.End) : null);
        xml.Element("senderName", TextOf(item.Fields["organisation"]?["name"]));
        xml.Element("headline", ExportWords.TitleOf(item));
        xml.Element("description", summary);
        xml.Element("contact", Contact(item));
        Parameter(xml, "sensitivity", item.Sensitivity);
        Parameter(xml, "caveats", string.Join(' ', ExportMarking.Of(item).Caveats));
        WriteArea(xml, item);
        xml.WriteEndElement();
    }

    private static void WriteArea(XmlWriter xml, ExportItem item)
    {
        var names = new[] { "place", "admin2", "admin1" }.Select(item.TextOf)
            .Append(item.TextOf("country") is { } country ? ExportWords.LabelOf("country", country) : null)
            .OfType<string>()
            .ToList();
        var place = ShownPlace.Of(item);
        if (names.Count == 0 && place is null)
        {
            return;
        }

        xml.WriteStartElement("area");
        xml.Element("areaDesc", names.Count == 0 ? "As drawn" : string.Join(", ", names));
        foreach (var ring in place?.Shape == PlaceShape.Areas ? place.Parts : [])
        {
            xml.Element("polygon", string.Join(' ', ring.Select(Pair)));
        }

        if (place?.Shape == PlaceShape.Point)
        {
            var metres = item.Fields["radius"] is JsonValue radius && radius.TryGetValue<double>(out var given) ? given : 0;
            xml.Element("circle", $"{Pair(place.Parts[0][0])} {Position.Text(metres / 1_000)}");
        }

        foreach (var code in new[] { "admin1Pcode", "admin2Pcode" }.Select(item.TextOf).OfType<string>())
        {
            xml.WriteStartElement("geocode");
            xml.Element("valueName", "P-code");
            xml.Element("value", code);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Parameter(XmlWriter xml, string name, string value)
    {
        if (value.Length > 0)
        {
            xml.WriteStartElement("parameter");
            xml.Element("valueName", name);
            xml.Element("value", value);
            xml.WriteEndElement();
        }
    }

    private static string? Contact(ExportItem item) =>
        item.Schema.Fields.FirstOrDefault(field => field.Name == "callContact") is { } field && item.Fields["callContact"] is { } shown
            ? string.Join(", ", ShownText.Of(field, shown))
            : null;

    private static string Pair(Position position) => $"{Position.Text(position.Lat)},{Position.Text(position.Lon)}";

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF';
}
