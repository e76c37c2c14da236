using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>What one audience had of a notification, as entries of its record.</summary>
internal static class RecordedExposure
{
    public static bool IsOfAnotherSide(AudienceExposure exposure) =>
        !(Audience.TryParse(exposure.Audience, out var audience) && audience.Side == Side.Humanitarian);

    public static IEnumerable<JsonObject> Of(AudienceExposure exposure)
    {
        var other = IsOfAnotherSide(exposure);
        foreach (var held in other ? exposure.Held : Runs(exposure.Held))
        {
            yield return Shown(exposure.Audience, held, other);
        }

        if (exposure.ReceivedAt is { } received)
        {
            yield return Received(exposure, received);
        }
    }

    private static JsonObject Shown(string audience, HeldSpan held, bool withHashes)
    {
        var entry = new JsonObject { ["kind"] = "shown", ["to"] = audience, ["from"] = Frames.Instant(held.From) };
        if (held.Until is { } until)
        {
            (entry["until"], entry["ended"]) = (Frames.Instant(until), held.EndedBy == EntryOp.Replace ? "replaced" : "recalled");
        }

        if (withHashes)
        {
            entry["hashes"] = new JsonArray([.. held.Hashes.Select(hash => JsonValue.Create(hash))]);
        }

        return entry;
    }

    private static JsonObject Received(AudienceExposure exposure, long at)
    {
        var entry = new JsonObject { ["kind"] = "received", ["by"] = exposure.Audience, ["at"] = Frames.Instant(at) };
        Put(entry, "opened", exposure.OpenedAt);
        if (exposure.Editions.Where(edition => edition.ReceivedAt is not null).Select(Version).ToList() is { Count: > 0 } versions)
        {
            entry["versions"] = new JsonArray([.. versions]);
        }

        if (exposure.People is { } people)
        {
            entry["people"] = new JsonArray([.. people.Select(Person)]);
        }

        return entry;
    }

    private static JsonObject Version(EditionExposure edition)
    {
        var entry = new JsonObject { ["version"] = edition.Version, ["at"] = Frames.Instant(edition.ReceivedAt!.Value) };
        Put(entry, "opened", edition.OpenedAt);
        return entry;
    }

    private static JsonObject Person(ReceiverRow person)
    {
        var entry = new JsonObject { ["name"] = person.Name, ["organisation"] = person.OrganisationName, ["at"] = Frames.Instant(person.ReceivedAt) };
        Put(entry, "opened", person.OpenedAt);
        return entry;
    }

    private static void Put(JsonObject entry, string name, long? at)
    {
        if (at is { } instant)
        {
            entry[name] = Frames.Instant(instant);
        }
    }

    // On the own side every receipt and every check-in is another view; that it was held without a break is what counts, the words are among the versions.
    private static IEnumerable<HeldSpan> Runs(IReadOnlyList<HeldSpan> spans)
    {
        HeldSpan? run = null;
        foreach (var span in spans)
        {
            if (run is { EndedBy: EntryOp.Replace } && run.Until == span.From)
            {
                run = run with { Until = span.Until, EndedBy = span.EndedBy };
                continue;
            }

            if (run is not null)
            {
                yield return run;
            }

            run = span;
        }

        if (run is not null)
        {
            yield return run;
        }
    }
}
