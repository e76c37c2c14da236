using System.Collections.Frozen;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>How a movement goes on. Only its owner says so; who receives a notification decides nothing.</summary>
internal static class States
{
    public const string First = "NOTIFIED";
    public const string Postponed = "POSTPONED";
    public const string UnderWay = "UNDERWAY";

    /// <summary>Nobody said that it went under way, and its time is over. Nobody says this either.</summary>
    public const string Expired = "EXPIRED";

    private static readonly FrozenDictionary<string, string[]> After = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [First] = [UnderWay, Postponed, "CANCELLED"],
        [Postponed] = [First, UnderWay, "CANCELLED"],
        [UnderWay] = ["COMPLETED", "ABORTED_EN_ROUTE"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>States that may be said after this one; none when the movement is over.</summary>
    public static IReadOnlyList<string> From(string state) => After.GetValueOrDefault(state) ?? [];

    /// <summary>Whether it has not begun and may still: then it can come late, and its owner is told for whom.</summary>
    public static bool IsOpen(string state) => state is First or Postponed;

    /// <summary>Whether nothing comes after it.</summary>
    public static bool IsOver(string state) => From(state).Count == 0;
}
