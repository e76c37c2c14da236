using System.Collections.Frozen;

namespace ContactGroup.Access.Domain;

/// <summary>How a constraint goes on. Source: states of notices in access monitoring practice.</summary>
internal static class States
{
    public const string First = "REPORTED";

    private const string UnderFollowUp = "UNDER_FOLLOW_UP";
    private const string Escalated = "ESCALATED";
    private const string Mitigated = "MITIGATED";
    private const string Resolved = "RESOLVED";
    private const string ClosedUnresolved = "CLOSED_UNRESOLVED";

    private static readonly FrozenDictionary<string, string[]> After = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [First] = [UnderFollowUp, Escalated, Mitigated, Resolved, ClosedUnresolved],
        [UnderFollowUp] = [Escalated, Mitigated, Resolved, ClosedUnresolved],
        [Escalated] = [UnderFollowUp, Mitigated, Resolved, ClosedUnresolved],
        [Mitigated] = [UnderFollowUp, Escalated, Resolved, ClosedUnresolved],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>States that may be said after this one; none when it is over.</summary>
    public static IReadOnlyList<string> From(string state) => After.GetValueOrDefault(state) ?? [];

    /// <summary>Whether nothing comes after it.</summary>
    public static bool IsOver(string state) => From(state).Count == 0;
}
