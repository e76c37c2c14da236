namespace ContactGroup.Separation.Leaks;

/// <summary>Every leak that is planted to see that it is found, in the order of the side channels of <c>separation.md</c>.</summary>
internal static partial class Catalogue
{
    // Kinds of observers, by the name of their organisation in a plan.
    private static readonly string[] Forces = ["north", "south", "east"];
    private static readonly string[] Humanitarians = ["ingo", "un", "nngo", "rcrc"];
    private static readonly string[] Coordinators = ["coordination"];

    public static IReadOnlyList<Leak> All { get; } =
    [
        .. Sequences(), .. Refusals(), .. Versions(), .. Counts(), .. Orders(), .. Relations(), .. Presence(), .. Searches(), .. Limits(), .. Live(), .. Explanations(),
        .. Changes(), .. Files(), .. Movements(), .. Sites(), .. Advisories(), .. Concerns(), .. Notices(),
    ];
}
