using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Codes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Sites;

/// <summary>Reads what came in of a site, each field for itself, into content that may be stored. Nothing that is not written here gets through.</summary>
internal static class SiteReading
{
    private const int MostPeople = 1_000_000;
    private const int MostBuildings = 10_000;
    private const int FurthestOffMetres = 10_000;
    private const int LongestPcode = 20;
    private const int LongestFunction = 1_000;
    private const int LongestNotes = 4_000;

    /// <summary>Fields that a site can be without, for amendments.</summary>
    public static IReadOnlyList<string> Optional { get; } =
    [
        SiteNames.LocalName, SiteNames.Admin1, ContentNames.Admin1Pcode, SiteNames.Admin2, ContentNames.Admin2Pcode, SiteNames.Footprint, SiteNames.ValidFrom,
        SiteNames.ValidUntil, SiteNames.Buildings, SiteNames.RoofMarking, SiteNames.Function, ContentNames.Notes, ContentNames.Staff, SiteNames.Occupants,
    ];

    public static JsonObject Read(SiteFields said, FieldChecks checks)
    {
        var content = new JsonObject();
        Code(SiteNames.SiteType, said.SiteType, "site-type");
        Line(SiteNames.Name, said.Name, Parts.Line);
        Line(SiteNames.LocalName, said.LocalName, Parts.Line);
        Code(ContentNames.Country, said.Country, "country");
        Line(SiteNames.Admin1, said.Admin1, Parts.Line);
        Line(ContentNames.Admin1Pcode, said.Admin1Pcode, LongestPcode);
        Line(SiteNames.Admin2, said.Admin2, Parts.Line);
        Line(ContentNames.Admin2Pcode, said.Admin2Pcode, LongestPcode);
        Write(SiteNames.Position, said.Position is null ? null : Corner(SiteNames.Position, said.Position, checks));
        Code(SiteNames.CoordinateMethod, said.CoordinateMethod, "coordinate-method");
        checks.Range(SiteNames.Accuracy, said.Accuracy, 1, FurthestOffMetres);
        Write(SiteNames.Accuracy, said.Accuracy);
        Write(SiteNames.Footprint, said.Footprint is null ? null : Footprints.Read(said.Footprint, checks));
        Write(SiteNames.ValidFrom, Parts.Instant(said.ValidFrom));
        Write(SiteNames.ValidUntil, Parts.Instant(said.ValidUntil));
        Count(SiteNames.Buildings, said.Buildings, MostBuildings);
        Line(SiteNames.RoofMarking, said.RoofMarking, Parts.Line);
        Write(ContentNames.CallContact, said.CallContact is null ? null : Parts.Contact(ContentNames.CallContact, said.CallContact, checks));
        Write(SiteNames.Function, checks.OptionalText(SiteNames.Function, said.Function, LongestFunction));
        Code(SiteNames.Relation, said.Relation, "site-relation");
        Write(ContentNames.Notes, checks.OptionalText(ContentNames.Notes, said.Notes, LongestNotes));
        Count(ContentNames.Staff, said.Staff, MostPeople);
        Count(SiteNames.Occupants, said.Occupants, MostPeople);
        return content;

        void Code(string name, string? code, string list) => Write(name, checks.OptionalCode(name, code, CodeLists.Get(list).Values));

        void Line(string name, string? text, int longest) => Write(name, string.IsNullOrWhiteSpace(text) ? null : checks.Line(name, text, 1, longest));

        void Count(string name, int? count, int most)
        {
            checks.Count(name, count, most);
            Write(name, count);
        }

        void Write(string name, JsonNode? value)
        {
            if (value is not null)
            {
                content[name] = value;
            }
        }
    }

    /// <summary>The position of a site that holds together.</summary>
    public static (double Lat, double Lon) PositionOf(JsonObject content) => Degrees(content[SiteNames.Position]!);

    /// <summary>The corners of the footprint; empty when it has none.</summary>
    public static IReadOnlyList<(double Lat, double Lon)> FootprintOf(JsonObject content) =>
        [.. (content[SiteNames.Footprint] as JsonArray ?? []).Select(corner => Degrees(corner!))];

    /// <summary>An instant of the content; null when it is absent.</summary>
    public static DateTimeOffset? InstantOf(JsonObject content, string name) => content[name] is not { } value
        ? null
        : DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>A position as content has it.</summary>
    public static JsonObject Corner(string field, Corner said, FieldChecks checks)
    {
        var (lat, lon) = Parts.Position(field, said.Lat, said.Lon, checks);
        return new JsonObject { ["lat"] = lat, ["lon"] = lon };
    }

    private static (double Lat, double Lon) Degrees(JsonNode position) => ((double)position["lat"]!, (double)position["lon"]!);
}
