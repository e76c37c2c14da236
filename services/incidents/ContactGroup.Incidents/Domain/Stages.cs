using ContactGroup.Contracts.Codes;

namespace ContactGroup.Incidents.Domain;

/// <summary>A report goes from immediate through update to post-incident and never back.</summary>
internal static class Stages
{
    public const string First = "IMMEDIATE";

    private static readonly IReadOnlyList<string> InOrder = [.. CodeLists.Get("report-stage").Values];

    public static bool GoesBack(string before, string after) => Place(after) < Place(before);

    private static int Place(string stage) => InOrder.TakeWhile(one => one != stage).Count();
}
