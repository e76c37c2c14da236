using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// For which of those it names a movement comes late, each by its own lead time. INVARIANT: the list of them is for the own side alone; a party sees the mark in its own line and
/// nothing of what others asked for.
/// </summary>
internal static class LatePerParty
{
    /// <summary>Notes for whom a movement comes late, as it stands now. True when it is late for anybody, or by the lead time of the deployment when it names nobody.</summary>
    /// <param name="content">The content of the version, to be changed.</param>
    /// <param name="options">The lead times.</param>
    /// <param name="left">How long it is until the window begins.</param>
    public static bool Note(JsonObject content, MovementOptions options, TimeSpan left)
    {
        var (category, mode) = WhatAndHow(content);
        var named = Listed(content, ContentNames.Recipients);
        var late = named.Where(party => left < options.LeadOf(category, mode, party)).ToList();
        Write(content, late);
        return named.Count == 0 ? IsLateForNobody(content, options, left) : late.Count > 0;
    }

    /// <summary>
    /// Forgets who is named no longer, and with the last of those for whom it is late the mark itself: late by the lead time of nobody who is named is not late. When nobody is named
    /// any more the lead time of the deployment counts; what is in time by it now was so when it was said, and what is not stays marked.
    /// </summary>
    /// <param name="content">The content of the version, to be changed.</param>
    /// <param name="options">The lead times.</param>
    /// <param name="now">The time of the command.</param>
    public static void ForgetUnnamed(JsonObject content, MovementOptions options, DateTimeOffset now)
    {
        var (before, named) = (Of(content), Listed(content, ContentNames.Recipients));
        var late = before.Intersect(named, StringComparer.Ordinal).ToList();
        Write(content, late);
        if (before.Count > 0 && late.Count == 0 && (named.Count > 0 || !IsLateForNobody(content, options, ContentRules.Instant(content, ContentNames.WindowStart) - now)))
        {
            Mark(content, isLate: false);
        }
    }

    /// <summary>Writes the mark. A reason is for what is late: one from before would answer for another lateness.</summary>
    public static void Mark(JsonObject content, bool isLate)
    {
        content[ContentNames.Late] = isLate;
        if (!isLate)
        {
            content.Remove(ContentNames.LateReason);
        }
    }

    /// <summary>Those for whom it is late.</summary>
    public static IReadOnlyList<string> Of(JsonObject content) => Listed(content, ContentNames.LateFor);

    /// <summary>Names them to the owner, before it is sent and with the receipt.</summary>
    public static IEnumerable<Warning> Warnings(JsonObject content) => !States.IsOpen((string)content[ContentNames.State]!) ? [] : Of(content)
        .Select(party => new Warning(ContentNames.Recipients, $"{party} is told later than its lead time asks. It is sent at once, and marked late for this recipient alone."));

    /// <summary>What is asked when no reason is given.</summary>
    public static string Question(JsonObject content) => Of(content) is { Count: > 0 } late
        ? $"The window starts before the lead time has passed that {string.Join(", ", late)} asks for. Say why; the notification is then sent at once and marked late."
        : "The window starts before the lead time has passed. Say why; the notification is then sent at once and marked late.";

    private static bool IsLateForNobody(JsonObject content, MovementOptions options, TimeSpan left)
    {
        var (category, mode) = WhatAndHow(content);
        return left < options.LeadOf(category, mode);
    }

    private static (string Category, string Mode) WhatAndHow(JsonObject content) => ((string)content[ContentNames.Category]!, (string)content[ContentNames.Mode]!);

    private static IReadOnlyList<string> Listed(JsonObject content, string name) => [.. (content[name] as JsonArray ?? []).Select(audience => (string?)audience).OfType<string>()];

    private static void Write(JsonObject content, IReadOnlyList<string> late)
    {
        content.Remove(ContentNames.LateFor);
        if (late.Count > 0)
        {
            content[ContentNames.LateFor] = NamedForces.Listed(late);
        }
    }
}
