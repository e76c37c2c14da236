using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Codes;

namespace ContactGroup.Cli.Areas;

/// <summary>
/// An area of the map that has a P-code. INVARIANT: its middle is where nobody said that something is. Whoever sends it says with it that it is one, in a field that
/// the reader is shown; where there is no such field, it is not sent.
/// </summary>
/// <param name="Code">Its P-code.</param>
/// <param name="Kind"><c>country</c>, <c>admin1</c>, <c>admin2</c> or <c>place</c>.</param>
/// <param name="Name">What it is called, as the map has it.</param>
/// <param name="Extent">What it reaches to.</param>
internal sealed record MapArea(string Code, string Kind, string? Name, Extent Extent)
{
    private const string Place = "place";

    /// <summary>Latitude of the middle of its extent, which the web client goes to as well, with as few decimals as the services take for coarse.</summary>
    public double Lat => Extent.Lat;

    /// <summary>Its longitude.</summary>
    public double Lon => Extent.Lon;

    /// <summary>Metres from the middle to where the extent ends.</summary>
    public int Reach => Extent.Reach;

    /// <summary>What it is called, with its code.</summary>
    public string Title => Name is null ? Code : $"{Name} ({Code})";

    /// <summary>The middle in degrees, as people read it.</summary>
    public string Middle => string.Create(CultureInfo.InvariantCulture, $"{Lat},{Lon}");

    /// <summary>How closely the middle says where something in the area is: a code of the list <c>geo-precision</c>.</summary>
    public string Precision => Kind switch
    {
        "country" => "6",
        "admin1" => "4",
        "admin2" => "3",
        _ => "2",
    };

    /// <summary>Whether the code is of a country that there is; codes of exercises are not, and reports refuse them.</summary>
    public bool IsOfCountry => CodeLists.Get("country").Codes.Any(country =>
        Code.StartsWith(country.Value, StringComparison.Ordinal) || Code.StartsWith(country.Same!, StringComparison.Ordinal));

    /// <summary>The middle as a position.</summary>
    public JsonObject Position() => new() { ["lat"] = Lat, ["lon"] = Lon };

    /// <summary>Writes the area into the fields that are for it. False when there are none for its kind.</summary>
    /// <param name="option">The option that took the code, named in what is refused.</param>
    /// <param name="content">What is sent.</param>
    /// <param name="hasPlace">Whether it has a field for the name of a place.</param>
    /// <exception cref="CliException">It says another area already.</exception>
    public bool StateIn(string option, JsonObject content, bool hasPlace)
    {
        switch (Kind)
        {
            case "country" when Country() is { } country:
                State(option, content, "country", country);
                return true;
            case "admin1" or "admin2":
                State(option, content, Kind + "Pcode", Code);
                content[Kind] ??= Name;
                return true;
            case Place when hasPlace:
                content[Place] ??= Name;
                return true;
            default:
                return false;
        }
    }

    private static void State(string option, JsonObject content, string field, string value)
    {
        if (content[field]?.ToString() is { } other && other != value)
        {
            throw new CliException(ExitCode.Usage, $"{option}: the area is {value}, and {field} says {other}.", "Leave one of the two out.");
        }

        content[field] = value;
    }

    private string? Country() =>
        CodeLists.Get("country").Codes.FirstOrDefault(country => country.Value == Code || country.Same == Code)?.Value;
}
