using System.Collections.Concurrent;
using ContactGroup.Classification;
using ContactGroup.Client;

namespace ContactGroup.Load.Barriers;

/// <summary>What the engine says each reader may hold of what was posted, when no coordinator has released anything.</summary>
internal sealed class Expectation
{
    private readonly PolicyTable table = PolicyTable.Load(ShippedPolicies.HumanitarianSpace);
    private readonly ConcurrentDictionary<string, PostedItem> posted = new(StringComparer.Ordinal);

    public void Note(string item, Reader author, string releaseTo) => posted[item] = new PostedItem(author, releaseTo);

    public bool Knows(string item) => posted.ContainsKey(item);

    /// <summary>Whether a view shows more than some of the postures gives.</summary>
    public bool IsOverRelease(Reader reader, Item seen, IEnumerable<Posture> postures) =>
        posted.TryGetValue(seen.Id, out var item) && !postures.Any(posture => Covers(Given(reader, item, posture), seen));

    /// <summary>Every item that the reader holds once a posture is in force everywhere.</summary>
    public HashSet<string> Holds(Reader reader, Posture posture) =>
        posted.Where(item => Given(reader, item.Value, posture).IsVisible).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);

    private static bool Covers(Disclosure given, Item seen) =>
        given.IsVisible
        && (!seen.Fields.ContainsKey("text") || given[FieldClass.Message] == Grain.Full)
        && (!seen.Fields.ContainsKey("author") || given[FieldClass.Person] == Grain.Full)
        && (!seen.Fields.TryGetValue("organisation", out var organisation)
            || given[FieldClass.Organisation] == Grain.Full
            || (given[FieldClass.Organisation] == Grain.Coarse && organisation.TryGetProperty("coarse", out _)));

    private Disclosure Given(Reader reader, PostedItem item, Posture posture)
    {
        if (posture == Posture.Distance && reader.Audience.Side == Side.Security)
        {
            return Disclosure.Withheld; // In distance forces are not in the room.
        }

        if (string.Equals(reader.Organisation, item.Author.Organisation, StringComparison.Ordinal))
        {
            return Disclosure.Everything;
        }

        var origin = new Origin(item.Author.Audience, item.Author.Organisation);
        _ = ReleaseSet.TryParse([item.ReleaseTo], out var set, out _);
        var question = Question.About(posture, ItemKind.PlenaryMessage, Sensitivity.Moderate, origin, Recipients.None, reader.Audience);
        return Ruling.Immediate(table, question, set!.Reach(reader.Audience, null, origin));
    }

    private sealed record PostedItem(Reader Author, string ReleaseTo);
}

/// <summary>Somebody signed in, as the policy takes them.</summary>
internal sealed record Reader(string Account, ContactGroupClient Client, Audience Audience, string Organisation, string Person);
