using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Advisories;

/// <summary>What several fields of an advisory say together, old and new: that the least is there, and for how long it counts.</summary>
internal static class AdvisoryRules
{
    private static readonly string[] Least =
    [
        AdvisoryNames.Type, AdvisoryNames.Severity, AdvisoryNames.Urgency, AdvisoryNames.Certainty, AdvisoryNames.ValidFrom, AdvisoryNames.ValidUntil,
        ContentNames.Country, AdvisoryNames.Summary,
    ];

    private static readonly TimeSpan Earliest = TimeSpan.FromDays(31);
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>Checks the whole.</summary>
    /// <param name="content">The content of the version.</param>
    /// <param name="said">The fields that were said with it.</param>
    /// <param name="origin">Who issues it.</param>
    /// <param name="now">The time of the command.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void Check(JsonObject content, JsonObject said, ItemOrigin origin, DateTimeOffset now, FieldChecks checks)
    {
        foreach (var name in Least)
        {
            checks.That(content.ContainsKey(name), name, "An advisory needs this field.");
        }

        CheckKind(content, checks);
        CheckPlace(content, checks);
        CheckOwn(content, origin, checks);
        if (!checks.Failed)
        {
            CheckTimes(content, said, now, checks);
        }
    }

    /// <summary>Until when it counts.</summary>
    public static DateTimeOffset Until(JsonObject content) => Instant(content, AdvisoryNames.ValidUntil);

    private static void CheckKind(JsonObject content, FieldChecks checks)
    {
        var isOfRoute = (string?)content[AdvisoryNames.Type] == "ROUTE_STATUS";
        checks.That(!isOfRoute || content.ContainsKey(AdvisoryNames.RouteStatus), AdvisoryNames.RouteStatus, "Say how the route is; an advisory of this type needs it.");
    }

    private static void CheckPlace(JsonObject content, FieldChecks checks) => checks.That(
        !content.ContainsKey(AdvisoryNames.Radius) || content.ContainsKey(AdvisoryNames.Position), AdvisoryNames.Radius, "Give the position that the radius is about.");

    // What stays with a force has no such floor on the humanitarian side, where all of it would be read by everybody.
    private static void CheckOwn(JsonObject content, ItemOrigin origin, FieldChecks checks)
    {
        if (ConstituencyCode.SideOf(origin.Constituency) != "humanitarian")
        {
            return;
        }

        foreach (var name in AdvisoryNames.OwnAlone)
        {
            checks.That(!content.ContainsKey(name), name, "Leave it out: it is for a force's own use, and here the whole humanitarian side would read it.");
        }
    }

    private static void CheckTimes(JsonObject content, JsonObject said, DateTimeOffset now, FieldChecks checks)
    {
        var (from, until) = (Instant(content, AdvisoryNames.ValidFrom), Until(content));
        checks.That(from < until, AdvisoryNames.ValidUntil, "It counts for no time at all; give an instant after validFrom.");
        if (said.ContainsKey(AdvisoryNames.ValidFrom))
        {
            checks.Instant(AdvisoryNames.ValidFrom, from, earliest: now - Earliest);
        }

        if (said.ContainsKey(AdvisoryNames.ValidUntil))
        {
            checks.That(until > now, AdvisoryNames.ValidUntil, "That is over already; give an instant that is still to come.");
            checks.Instant(AdvisoryNames.ValidUntil, until, latest: now + Furthest);
        }
    }

    private static DateTimeOffset Instant(JsonObject content, string name) =>
        DateTimeOffset.Parse((string)content[name]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
