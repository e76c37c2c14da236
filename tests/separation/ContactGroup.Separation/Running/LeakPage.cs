using System.Globalization;
using System.Text;

namespace ContactGroup.Separation.Running;

/// <summary>The page of injected leaks. A test compares its names, not its numbers.</summary>
internal static class LeakPage
{
    /// <summary>Lines of "Side channels, one test each" in <c>separation.md</c> for which the product has nothing that could leak.</summary>
    private static readonly (string Channel, string Why)[] Absent =
    [
        ("push, e-mail and SMS titles, badges", "Nothing is sent outside live connections: no push service, no e-mail, no SMS."),
        ("exports and their metadata", "Files are made of the same views as lists; nothing is planted in them by itself."),
        ("map extents, clusters, tiles: tiles", "No map tiles are served; extents and clusters are planted above."),
        ("digests, suggestions", "There are none."),
        ("bots and webhooks acting with a wider right", "There are none."),
        ("presence, typing: typing", "Nobody is told that somebody types; presence is planted above."),
        ("autocomplete, invitations", "No address completes names; invitations are the administrator's. Names of rooms are planted above."),
        ("attachments: thumbnails, EXIF", "There are no thumbnails. Pictures are cleaned when they come; pairs differ in what was cleaned away, and nothing of it shows."),
        ("API documents and bundles", "No document of the interface is served; the web client's files are the same for everybody."),
        ("logs, traces, error queues, dumps", "Participants do not read them. A trace number in answers is planted above; content in logs is looked for by canaries."),
    ];

    public static string Write(IReadOnlyList<Catch> catches)
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Injected leaks

            Written by `tests/separation/run leaks`; a test compares the names, not the numbers, which change with the machine's chance and the seed.

            To see that the two-worlds harness finds what it is for, these mistakes are planted, one at a time, around the product in the harness's own
            process: in front of its answers, in its stores, on its live connections. None is in the product, and the product has no switch for any of them
            (decision 0019). *Operations* are those done in both worlds until the observer saw a difference, from the first pair that was tried. 0 means that the
            rooms and members with which the worlds begin showed it. A leak that counts over the whole deployment is looked for on a fresh one each time.

            | leak | channel | how it leaks | pairs | operations until caught |
            |---|---|---|---|---|

            """);
        foreach (var one in catches)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {one.Leak.Name} | {one.Leak.Channel} | {one.Leak.How} | {one.Pairs} | {(one.Story is null ? "not caught" : one.Operations.ToString(CultureInfo.InvariantCulture))} |");
        }

        page.AppendLine().AppendLine("## Not in the product").AppendLine().AppendLine("| channel | why nothing is planted |").AppendLine("|---|---|");
        foreach (var (channel, why) in Absent)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {channel} | {why} |");
        }

        page.AppendLine().AppendLine("Timing is compared as a distribution by a test of its own: see [separation.md](separation.md).");
        return page.ToString();
    }
}
