using ContactGroup.Classification;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>What a stream may go on holding of an item without getting more of it: what it holds, limited by what the rules of now give.</summary>
internal sealed class Narrowing(Outcomes decide)
{
    /// <summary>The view that stays, and what it discloses; no view when nothing stays.</summary>
    public (ItemView? View, Disclosure Disclosure) Of(ItemWork work, string stream, AudienceOutcome outcome)
    {
        if (!work.Held.TryGetValue(stream, out var held) || Settlement.ViewFor(outcome) is not { } wanted)
        {
            return (null, Disclosure.Withheld);
        }

        var given = Settlement.DisclosureFor(outcome);
        if (!Grows(held, given))
        {
            return (wanted, given);
        }

        var kept = Held(held).Meet(given.With(Gate.Review));
        var edits = work.Releases.GetValueOrDefault(outcome.Audience.ToString())?.Edits;
        return (decide.Build(work, stream, outcome.Audience, kept, edits), kept);
    }

    /// <summary>Whether the stream would hold more than now.</summary>
    public static bool Grows(ItemWork work, string stream, AudienceOutcome outcome) =>
        Settlement.ViewFor(outcome) is not null
        && (!work.Held.TryGetValue(stream, out var held) || Grows(held, Settlement.DisclosureFor(outcome)));

    private static bool Grows(HeldRow held, Disclosure given) => !given.With(Gate.Review).IsAtMost(Held(held));

    private static Disclosure Held(HeldRow held) => Disclosure.FromBits((ulong)held.Disclosure).With(Gate.Review);
}
