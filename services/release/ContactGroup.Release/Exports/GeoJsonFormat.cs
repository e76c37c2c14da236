using System.Text.Json;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Exports;

/// <summary>GeoJSON, RFC 7946: a collection of features; what has no place is a feature without geometry.</summary>
internal sealed class GeoJsonFormat : IExportFormat
{
    public string Name => "geojson";

    public IReadOnlyCollection<string> Kinds { get; } = [.. ItemSchemas.All.Select(schema => schema.Kind)];

    public ExportFile FileOf(bool single) => new("application/geo+json; charset=utf-8", "contactgroup.geojson");

    public IExportWriter Open(Stream buffer, ExportScope scope) => new Writer(buffer, scope);

    private sealed class Writer(Stream buffer, ExportScope scope) : IExportWriter
    {
        private readonly Utf8JsonWriter json = new(buffer, ViewJson.WriterOptions);

        public void Begin()
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("marking", scope.Marking.ToString());
            json.WriteBoolean("exercise", scope.Marking.IsExercise);
            WriteNotice(scope.NeedsNotice);
            json.WriteStartArray("features");
            json.Flush();
        }

        public void Add(ExportItem item)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", item.Id);
            json.WritePropertyName("geometry");
            WriteGeometry(ShownPlace.Of(item), ShownPlace.RoadOf(item), ShownPlace.OtherWaysOf(item));
            WriteProperties(item);
            json.WriteEndObject();
            json.Flush();
        }

        public void End()
        {
            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
        }

        public void Dispose() => json.Dispose();

        private void WriteNotice(bool needed)
        {
            if (needed)
            {
                json.WriteStartObject("noticeText");
                json.WriteString("en", ExportWords.Notice.English);
                json.WriteString("ar", ExportWords.Notice.Arabic);
                json.WriteEndObject();
            }
        }

        private void WriteProperties(ExportItem item)
        {
            json.WriteStartObject("properties");
            json.WriteString("kind", item.Kind);
            json.WriteString("reference", item.Reference);
            json.WriteString("status", item.Status);
            json.WriteNumber("revision", item.Revision);
            json.WriteString("releasedAt", ShownTime.Instant(item.ReleasedAt));
            json.WriteString("marking", ExportMarking.Of(item).ToString());
            json.WriteBoolean("exercise", item.IsExercise);
            WriteNotice(ExportWords.NeedsNotice(item.Kind));
            foreach (var (name, shown) in item.Fields)
            {
                json.WritePropertyName(name);
                shown!.WriteTo(json);
            }

            json.WriteEndObject();
        }

        // INVARIANT: whoever draws one way of several draws them all, and the stops beside them: one of them may lie off the road. The road is first, its name is routeGeometry in the properties.
        private void WriteGeometry(ShownPlace? place, IReadOnlyList<Position>? road, IReadOnlyList<IReadOnlyList<Position>> others)
        {
            if (place is null || (road is null && others.Count == 0))
            {
                WriteGeometry(place);
                return;
            }

            json.WriteStartObject();
            json.WriteString("type", "GeometryCollection");
            json.WriteStartArray("geometries");
            if ((road ?? (place.Shape == PlaceShape.Line ? place.Parts[0] : null)) is { } first)
            {
                WritePositions("LineString", first);
            }

            foreach (var way in others)
            {
                WritePositions("LineString", way);
            }

            if (place.Shape == PlaceShape.Line)
            {
                WritePositions("MultiPoint", place.Parts[0]);
            }
            else
            {
                WriteGeometry(place);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void WriteGeometry(ShownPlace? place)
        {
            if (place is null)
            {
                json.WriteNullValue();
                return;
            }

            json.WriteStartObject();
            json.WriteString("type", TypeOf(place));
            json.WritePropertyName("coordinates");
            WriteCoordinates(place);
            json.WriteEndObject();
        }

        private void WritePositions(string type, IReadOnlyList<Position> positions)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WritePropertyName("coordinates");
            Write(positions);
            json.WriteEndObject();
        }

        private static string TypeOf(ShownPlace place) => place.Shape switch
        {
            PlaceShape.Point => "Point",
            PlaceShape.Line => "LineString",
            _ => place.Parts.Count == 1 ? "Polygon" : "MultiPolygon",
        };

        private void WriteCoordinates(ShownPlace place)
        {
            switch (place.Shape)
            {
                case PlaceShape.Point:
                    Write(place.Parts[0][0]);
                    break;
                case PlaceShape.Line:
                    Write(place.Parts[0]);
                    break;
                case PlaceShape.Areas when place.Parts.Count == 1:
                    WritePolygon(place.Parts[0]);
                    break;
                default:
                    json.WriteStartArray();
                    foreach (var ring in place.Parts)
                    {
                        WritePolygon(ring);
                    }

                    json.WriteEndArray();
                    break;
            }
        }

        private void WritePolygon(IReadOnlyList<Position> ring)
        {
            json.WriteStartArray();
            Write(ring);
            json.WriteEndArray();
        }

        private void Write(IReadOnlyList<Position> positions)
        {
            json.WriteStartArray();
            foreach (var position in positions)
            {
                Write(position);
            }

            json.WriteEndArray();
        }

        private void Write(Position position)
        {
            json.WriteStartArray();
            json.WriteNumberValue(position.Lon);
            json.WriteNumberValue(position.Lat);
            json.WriteEndArray();
        }
    }
}
