using System.Globalization;
using System.Text.Json.Nodes;
using static ContactGroup.Load.Months.MonthPlaces;

namespace ContactGroup.Load.Months;

/// <summary>Sites of a month, as their owner says them. A grid of two kilometres, so that no two look like one.</summary>
internal sealed class MonthSites(Draw draw, DateTimeOffset day)
{
    private const int Organisations = 30;
    private const double HalfAcross = 0.0005;

    private static readonly string[] Types = ["OFFICE", "WAREHOUSE", "HOSPITAL", "CLINIC_PHC", "SCHOOL", "IDP_SITE_CAMP", "DISTRIBUTION_POINT", "WATER_POINT_STATION", "BAKERY", "COMMUNITY_CENTRE"];
    private static readonly string[] Inhabited = ["HOSPITAL", "SCHOOL", "IDP_SITE_CAMP", "COMMUNITY_CENTRE"];

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"S-{number:D4}");

    public JsonObject Of(int number)
    {
        var type = draw.Of(Types);
        return Said.Of(
        [
            ("siteType", type),
            ("validFrom", Said.Instant(day.AddDays(-30 - draw.Next(300)))),
            ("validUntil", draw.Falls(30) ? Said.Instant(day.AddDays(120 + draw.Next(240))) : null),
            .. Named(number),
            .. Standing(number),
            ("buildings", 1 + draw.Next(5)),
            ("roofMarking", draw.Falls(50) ? draw.Of(MonthWords.Roofs) : null),
            ("callContact", Contact(number)),
            ("relation", draw.Of("OPERATES", "OPERATES", "SUPPORTS", "ADMINISTERS")),
            ("function", draw.Falls(85) ? draw.Of(MonthWords.Functions) : null),
            ("staff", draw.Falls(80) ? 1 + draw.Next(40) : null),
            ("occupants", Inhabited.Contains(type, StringComparer.Ordinal) && draw.Falls(80) ? 20 + draw.Next(2_000) : null),
            ("notes", draw.Falls(40) ? draw.Of(MonthWords.Remarks) : null),
            ("recipients", Said.Forces(number)),
        ]);
    }

    private (string Name, JsonNode? Value)[] Named(int number)
    {
        var town = number % Destinations;
        var (hasCode, hasDistrict) = (draw.Falls(70), draw.Falls(80));
        return
        [
            ("name", $"{Town(town)} {number}"),
            ("localName", draw.Falls(90) ? $"موقع {ArabicTown(town)} {number}" : null),
            ("country", "SYR"),
            ("admin1", Town(town)),
            ("admin1Pcode", hasCode ? string.Create(CultureInfo.InvariantCulture, $"XX{town:D2}") : null),
            ("admin2", hasDistrict ? $"مركز {ArabicTown(town)}" : null),
            ("admin2Pcode", hasCode && hasDistrict ? string.Create(CultureInfo.InvariantCulture, $"XX{town:D2}01") : null),
        ];
    }

    private (string Name, JsonNode? Value)[] Standing(int number)
    {
        var (lat, lon) = (1.5 + (number / 40 * 0.02) + 0.001234, 2.5 + (number % 40 * 0.02) + 0.004321);
        return
        [
            ("position", At(lat, lon)),
            ("coordinateMethod", draw.Of("GPS_ON_SITE", "GPS_ON_SITE", "GPS_ON_SITE", "SATELLITE_IMAGERY", "MAP")),
            ("accuracy", 5 + draw.Next(20)),
            ("footprint", new JsonArray(
                At(lat - HalfAcross, lon - HalfAcross), At(lat - HalfAcross, lon + HalfAcross), At(lat + HalfAcross, lon + HalfAcross), At(lat + HalfAcross, lon - HalfAcross))),
        ];
    }

    private static JsonObject At(double lat, double lon) => new() { ["lat"] = Degrees(lat), ["lon"] = Degrees(lon) };

    private JsonObject Contact(int number) => Said.Of(
    [
        ("name", draw.Falls(33) ? "المناوب" : $"Duty of {(number % Organisations) + 1}"),
        ("phone", string.Create(CultureInfo.InvariantCulture, $"+999 11 556 {number:D4}")),
        ("callSign", draw.Falls(40) ? $"Ibis {number % 90}" : null),
    ]);
}
