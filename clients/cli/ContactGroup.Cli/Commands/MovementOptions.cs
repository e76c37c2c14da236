using System.CommandLine;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Areas;

namespace ContactGroup.Cli.Commands;

/// <summary>The fields of a movement on the command line.</summary>
internal sealed class MovementOptions : NotificationOptions
{
    /// <summary>What a named force gets, exactly.</summary>
    public const string Gets = "route, window, vehicles, mode, contact and state";

    private readonly Option<string[]> stops = new("--stop")
    {
        Description = "A stop, in the order of travel: latitude,longitude[,type[,name[,time[,until]]]], or MGRS in their place, or a P-code: then the middle of that area, which its name says. Give at least two.",
        HelpName = "lat,lon,…",
    };

    public MovementOptions()
        : base("movement", Gets)
    {
        Add("category", "--category", "STANDARD or EMERGENCY.", "code");
        Add("mode", "--mode", "How: a code of the list movement-mode, e.g. ROAD.", "code");
        Add("windowStart", "--start", "The movement does not begin before: an instant with its offset (2026-03-01T06:00:00Z).", "time");
        Add("windowEnd", "--end", "The movement is over by then: an instant with its offset.", "time");
        Add("country", "--country", "ISO 3166-1 alpha-3.", "code");
        AddPlace(stops);
        Add("routeGeometry", "--route", "How the route runs between the stops: a GeoJSON file with one LineString, up to 500 positions, and with every other way up to 1,000.", "file.geojson", file => GeoJsonLine.Read("--route", file));
        Several("alternateRoutes", "--alternate-route", "Another way that may be taken: a GeoJSON file with one LineString, up to 500 positions. Up to three.", "file.geojson", files => new JsonArray([.. files.Select(file => GeoJsonLine.Read("--alternate-route", file))]));
        Several("vehicles", "--vehicle", "A vehicle: type[,plate[,colour[,marking]]], e.g. AMBULANCE,NG-1234,white.", "type,…", ReadVehicles);
        Add("callContact.name", "--contact", "Who answers during the movement.", "name");
        Add("callContact.phone", "--phone", "The number to call during the movement.", "number");
        Add("callContact.callSign", "--call-sign", "Call sign on the radio.", "text");
        Add("alternateContact.name", "--alternate-contact", "Who travels along and answers when the contact does not. For your side.", "name");
        Add("alternateContact.phone", "--alternate-phone", "Their number. For your side.", "number");
        Add("alternateContact.callSign", "--alternate-call-sign", "Their call sign on the radio. For your side.", "text");
        Add("focalPoint.name", "--focal-point", "Who stays behind and is on call as long as the movement lasts. For your side.", "name");
        Add("focalPoint.phone", "--focal-phone", "Their number. For your side.", "number");
        Add("focalPoint.callSign", "--focal-call-sign", "Their call sign on the radio. For your side.", "text");
        Add("purpose", "--purpose", "A code of the list movement-purpose. For your side.", "code");
        Add("escort", "--escort", "A code of the list movement-escort. For your side.", "code");
        Add("escortJustification", "--escort-justification", "Why nothing but armed protection serves; needed with ARMED_ESCORT and AREA_SECURITY. For your side.", "text");
        Flag("frontLineCrossing", "--front-line", "The way leads across a front line, or into an area that somebody else controls. For your side.");
        Add("partiesOnRoute", "--parties-on-route", "Who controls which leg of the way. For your side.", "text");
        Codes("communications", "--communications", "How they are reached or followed on the way: a code of the list communication-means; several times for several. For your side.");
        Add("radioCallSign", "--radio-call-sign", "How they are called on the radio. For your side; --call-sign is for those you name as well.", "text");
        Codes("cargo", "--cargo", "What is carried: a code of the list cargo-category; several times for several. For your side.");
        Number("cargoTonnes", "--tonnes", "Weight of the cargo in metric tonnes. For your side.");
        Number("cargoCubicMetres", "--cubic-metres", "Volume of the cargo in cubic metres. For your side.");
        Flag("dangerousGoods", "--dangerous-goods", "There are dangerous goods among the cargo. For your side.");
        Add("waybill", "--waybill", "Reference of the waybill. For your side.", "text");
        Count("staff", "--staff", "How many travel for the humanitarian organisations; without it, the sum of the four below. For your side.");
        Count("internationalStaff", "--international-staff", "How many of them are international staff. For your side.");
        Count("nationalStaff", "--national-staff", "How many of them are national staff. For your side.");
        Count("drivers", "--drivers", "How many of them are drivers. For your side.");
        Count("contractors", "--contractors", "How many of them are contractors. For your side.");
        Count("evacuees", "--evacuees", "How many people are evacuated. For your side.");
        Add("notes", "--notes", "For your side.", "text");
        Add("lateReason", "--late-reason", "Why it comes later than the lead time asks; needed then.", "text");
    }

    protected override async Task PlaceAsync(Invocation run, JsonObject notification, CancellationToken cancellationToken)
    {
        if (run.Get(stops) is not { Length: > 0 } given)
        {
            return;
        }

        var route = new JsonArray();
        foreach (var text in given)
        {
            route.Add(await ReadStopAsync(run, text, TypeOf(route.Count, given.Length), cancellationToken));
        }

        notification["route"] = route;
    }

    private static async Task<JsonNode> ReadStopAsync(Invocation run, string text, string type, CancellationToken cancellationToken)
    {
        if (Pcode.Of(text.Split(',')[0]) is { } pcode)
        {
            var area = await run.AreaAsync("--stop", pcode, cancellationToken);
            var stop = Stop(area.Position(), text.Split(',', StringSplitOptions.TrimEntries)[1..], type);
            stop["name"] = stop["name"] is { } name ? $"{name} (middle of {area.Title})" : $"Middle of {area.Title}";
            run.Answers.Note($"--stop: {area.Title} is an area. What is sent is its middle, {area.Middle}, and the name of the stop says so to everybody. Amend it with the position once that is known.");
            return stop;
        }

        var (position, said) = PositionText.Leading(
            "--stop", text, "Give the position first, in decimal degrees or MGRS: --stop 36.12345,37.12345,ORIGIN,Aylan or --stop \"37S CV 41126 99084,ORIGIN,Aylan\"");
        return Stop(position, said, type);
    }

    private static string TypeOf(int index, int count) => index == 0 ? "ORIGIN" : index == count - 1 ? "DESTINATION" : "WAYPOINT";

    private static JsonObject Stop(JsonObject position, string[] said, string type)
    {
        string[] parts = said.Length <= 4 ? said : [said[0], said[1], said[2], string.Join(',', said[3..])];
        var stop = new JsonObject { ["type"] = Part(parts, 0) ?? type, ["lat"] = position["lat"]!.DeepClone(), ["lon"] = position["lon"]!.DeepClone() };
        return With(stop, ("name", Part(parts, 1)), ("at", Part(parts, 2)), ("until", Part(parts, 3)));
    }

    private static JsonArray ReadVehicles(string[] vehicles) => [.. vehicles.Select(text =>
    {
        var parts = text.Split(',', 4, StringSplitOptions.TrimEntries);
        return With(new JsonObject { ["type"] = parts[0] }, ("plate", Part(parts, 1)), ("colour", Part(parts, 2)), ("marking", Part(parts, 3)));
    })];

    private static JsonObject With(JsonObject one, params (string Name, string? Value)[] parts)
    {
        foreach (var (name, value) in parts.Where(part => part.Value is not null))
        {
            one[name] = value;
        }

        return one;
    }

    private static string? Part(string[] parts, int index) => index < parts.Length && parts[index].Length > 0 ? parts[index] : null;
}
