using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Hosting.Items;

/// <summary>A WGS84 position as it comes in, decimal degrees. Named literals are let in so that <c>"NaN"</c> is refused by field.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Position(double? Lat, double? Lon)
{
    /// <summary>The position as content has it, to six decimals; null when it is none.</summary>
    public JsonObject? Check(string field, FieldChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        checks.Coordinates($"{field}.lat", Lat, $"{field}.lon", Lon);
        checks.That(Lat is not null || Lon is not null, field, "Give latitude and longitude in decimal degrees, or leave the position out.");
        checks.That(Lat != 0 || Lon != 0, field, "0, 0 is in the sea: leave the position out when it is not known.");
        return Lat is null || Lon is null ? null : new JsonObject { ["lat"] = Rounded(Lat.Value), ["lon"] = Rounded(Lon.Value) };
    }

    // Six decimals are a hand's breadth; more would carry the fingerprint of a device.
    private static double Rounded(double degrees) => double.IsFinite(degrees) ? Math.Round(degrees, 6) : 0;
}
