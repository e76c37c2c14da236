namespace ContactGroup.Separation.Leaks;

/// <summary>Every leak that is planted to see that it is found, in the order of the side channels of <c>separation.md</c>.</summary>
internal static partial class Catalogue
{
    // Kinds of observers, by the name of their organisation in a plan.
    private static readonly string[] Forces = ["north", "south", "east"];
    private static readonly string[] Humanitarians = ["ingo", "un", "nngo", "rcrc"];
    private static readonly string[] Coordinators = ["coordination"];

    // A leak that nobody has seen to be found proves nothing.
    private static readonly string[] Unseen = ["alarm-crosses", "state-of-a-constraint-crosses"];

    /// <summary>Every leak that counts.</summary>
    public static IReadOnlyList<Leak> All { get; } = [.. Planted().Where(leak => !Unseen.Contains(leak.Name))];

    /// <summary>Planted, and not shown to be found yet: <c>tests/separation/run leaks SEED NAME</c> looks for one of them. They count for nothing until the page names them.</summary>
    public static IReadOnlyList<Leak> NotYetShown { get; } = [.. Planted().Where(leak => Unseen.Contains(leak.Name))];

    private static IEnumerable<Leak> Planted() =>
    [
        .. Sequences(), .. Refusals(), .. Versions(), .. Counts(), .. Orders(), .. Relations(), .. Presence(), .. Searches(), .. Limits(), .. Live(), .. Explanations(),
        .. Changes(), .. Files(), .. Movements(), .. Sites(), .. Advisories(), .. Concerns(), .. Notices(),
    ];
}
