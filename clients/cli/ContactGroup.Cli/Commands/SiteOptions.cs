using System.CommandLine;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Areas;

namespace ContactGroup.Cli.Commands;

/// <summary>The fields of a site on the command line.</summary>
internal sealed class SiteOptions : NotificationOptions
{
    /// <summary>What a named force gets, exactly.</summary>
    public const string Gets = "type, names, place, position, footprint, validity, markings, contact and state";

    private readonly Option<string?> position = new("--position")
    {
        Description = "Latitude,longitude in decimal degrees, five decimals or more; or MGRS, ten digits. The P-code of an area is stated as the area of the site, without a position.",
        HelpName = "lat,lon",
    };

    public SiteOptions()
        : base("site", Gets)
    {
        Add("siteType", "--type", "A code of the list site-type, e.g. HOSPITAL.", "code");
        Add("name", "--name", "What it is called.", "name");
        Add("localName", "--local-name", "The name in the script of the place.", "name");
        Add("country", "--country", "ISO 3166-1 alpha-3.", "code");
        Add("admin1", "--admin1", "Governorate or province.", "name");
        Add("admin1Pcode", "--admin1-pcode", "Its P-code.", "code");
        Add("admin2", "--admin2", "District.", "name");
        Add("admin2Pcode", "--admin2-pcode", "Its P-code.", "code");
        AddPlace(position);
        Add("coordinateMethod", "--method", "How the position was taken: GPS_ON_SITE, SATELLITE_IMAGERY, MAP or REPORTED.", "code");
        Count("accuracy", "--accuracy", "How far the position may be off, in metres.");
        Several(
            "footprint",
            "--corner",
            "A corner of the outline: latitude,longitude, or MGRS. Give three or more, in the order in which one walks around.",
            "lat,lon",
            corners => new JsonArray([.. corners.Select(corner => PositionText.Read("--corner", corner))]));
        Add("validFrom", "--valid-from", "When it began or begins: an instant with its offset (2026-03-01T06:00:00Z).", "time");
        Add("validUntil", "--valid-until", "When it ends, if that is known: an instant with its offset.", "time");
        Count("buildings", "--buildings", "How many buildings.");
        Add("roofMarking", "--roof-marking", "What one sees of it from above.", "text");
        Add("callContact.name", "--contact", "Whom to call about it.", "name");
        Add("callContact.phone", "--phone", "The number to call.", "number");
        Add("callContact.callSign", "--call-sign", "Call sign on the radio.", "text");
        Add("relation", "--relation", "ADMINISTERS, SUPPORTS or OPERATES. For your side.", "code");
        Add("function", "--function", "What it is for. For your side.", "text");
        Count("staff", "--staff", "How many of the staff work there. For your side.");
        Count("occupants", "--occupants", "How many people are there beside. For your side.");
        Add("notes", "--notes", "For your side.", "text");
    }

    // Forces rely on the position of a site, and how it was taken has no code for a middle: an area is stated as what it is.
    protected override async Task PlaceAsync(Invocation run, JsonObject notification, CancellationToken cancellationToken)
    {
        if (run.Get(position) is not { } text)
        {
            return;
        }

        if (Pcode.Of(text) is not { } pcode)
        {
            notification["position"] = PositionText.Read("--position", text);
            return;
        }

        if (notification.ContainsKey("position"))
        {
            throw new CliException(ExitCode.Usage, "--position: an area does not go with the position that the file has.", "Leave one of the two out.");
        }

        var area = await run.AreaAsync("--position", pcode, cancellationToken);
        if (!area.StateIn("--position", notification, hasPlace: false))
        {
            throw new CliException(ExitCode.Usage, $"--position: {area.Title} is no administrative area.", "Give latitude and longitude in decimal degrees, or an MGRS reference.");
        }

        run.Answers.Note($"--position: {area.Title} is an area. It is stated as the area of the site, and no position goes with it; one that was notified before stays. The middle of an area is not where a site is. Take the position at the place.");
    }
}
