using System.Xml;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Exports;

/// <summary>KML 2.2: one placemark for an item, with its period and its shown fields; nothing is fetched from anywhere.</summary>
internal sealed class KmlFormat : IExportFormat
{
    private const string Namespace = "http://www.opengis.net/kml/2.2";

    public string Name => "kml";

    public IReadOnlyCollection<string> Kinds { get; } = [.. ItemSchemas.All.Select(schema => schema.Kind)];

    public ExportFile FileOf(bool single) => new("application/vnd.google-earth.kml+xml; charset=utf-8", "contactgroup.kml");

    public IExportWriter Open(Stream buffer, ExportScope scope) => new Writer(buffer, scope);

    private sealed class Writer(Stream buffer, ExportScope scope) : IExportWriter
    {
        private readonly XmlWriter xml = XmlWriter.Create(buffer, XmlText.Settings);

        public void Begin()
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("kml", Namespace);
            xml.WriteStartElement("Document");
            xml.Element("name", "ContactGroup export");
            xml.Element("description", string.Join('\n', [scope.Marking.ToString(), .. NoticeWhen(scope.NeedsNotice)]));
            xml.Flush();
        }

        public void Add(ExportItem item)
        {
            xml.WriteStartElement("Placemark");
            xml.Element("name", ExportWords.TitleOf(item));
            xml.Element("description", string.Join('\n', [ExportMarking.Of(item).ToString(), .. NoticeWhen(ExportWords.NeedsNotice(item.Kind))]));
            Period(ShownPeriod.Of(item));
            xml.WriteStartElement("ExtendedData");
            Data("item", item.Id);
            Data("kind", item.Kind);
            Data("reference", item.Reference);
            Data("status", item.Status);
            foreach (var (field, _, lines) in ShownText.Of(item))
            {
                Data(field.Name, WithoutMarkup(string.Join('\n', lines)));
            }

            xml.WriteEndElement();
            Geometry(ShownPlace.Of(item), ShownPlace.RoadOf(item), ShownPlace.OtherWaysOf(item));
            xml.WriteEndElement();
            xml.Flush();
        }

        public void End()
        {
            xml.WriteEndDocument();
            xml.Flush();
        }

        public void Dispose() => xml.Dispose();

        private static IEnumerable<string> NoticeWhen(bool needed) => needed ? [ExportWords.Notice.English, ExportWords.Notice.Arabic ?? string.Empty] : [];

        private void Data(string name, string value)
        {
            xml.WriteStartElement("Data");
            xml.WriteAttributeString("name", name);
            xml.WriteElementString("value", XmlText.Of(value));
            xml.WriteEndElement();
        }

        // Programs for maps show it as a page: text that people wrote must not fetch anything. Others show it as it stands, so that a letter with an accent has to stay one.
        private static string WithoutMarkup(string text) => text
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);

        private void Period(ShownPeriod period)
        {
            if (period is { From: null, To: null })
            {
                return;
            }

            xml.WriteStartElement("TimeSpan");
            xml.Element("begin", period.From?.ToString());
            xml.Element("end", period.To?.ToString());
            xml.WriteEndElement();
        }

        // INVARIANT: where a way is drawn, the stops are drawn beside it: one of them may lie off it.
        private void Geometry(ShownPlace? place, IReadOnlyList<Position>? road, IReadOnlyList<IReadOnlyList<Position>> others)
        {
            if (place is null || (road is null && others.Count == 0))
            {
                Geometry(place);
                return;
            }

            xml.WriteStartElement("MultiGeometry");
            if ((road ?? (place.Shape == PlaceShape.Line ? place.Parts[0] : null)) is { } first)
            {
                Line(first);
            }

            foreach (var way in others)
            {
                Line(way);
            }

            if (place.Shape == PlaceShape.Line)
            {
                foreach (var stop in place.Parts[0])
                {
                    Point(stop);
                }
            }
            else
            {
                Geometry(place);
            }

            xml.WriteEndElement();
        }

        private void Geometry(ShownPlace? place)
        {
            switch (place)
            {
                case null:
                    break;
                case { Shape: PlaceShape.Point }:
                    Point(place.Parts[0][0]);
                    break;
                case { Shape: PlaceShape.Line }:
                    Line(place.Parts[0]);
                    break;
                case { Parts.Count: 1 }:
                    Polygon(place.Parts[0]);
                    break;
                default:
                    xml.WriteStartElement("MultiGeometry");
                    foreach (var ring in place.Parts)
                    {
                        Polygon(ring);
                    }

                    xml.WriteEndElement();
                    break;
            }
        }

        private void Point(Position position)
        {
            xml.WriteStartElement("Point");
            Coordinates([position]);
            xml.WriteEndElement();
        }

        private void Line(IReadOnlyList<Position> positions)
        {
            xml.WriteStartElement("LineString");
            Coordinates(positions);
            xml.WriteEndElement();
        }

        private void Polygon(IReadOnlyList<Position> ring)
        {
            xml.WriteStartElement("Polygon");
            xml.WriteStartElement("outerBoundaryIs");
            xml.WriteStartElement("LinearRing");
            Coordinates(ring);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        private void Coordinates(IEnumerable<Position> positions) => xml.WriteElementString(
            "coordinates", string.Join(' ', positions.Select(position => $"{Position.Text(position.Lon)},{Position.Text(position.Lat)}")));
    }
}
