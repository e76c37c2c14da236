using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain;

namespace ContactGroup.Movements.Data;

/// <summary>Who does what, once.</summary>
/// <param name="Who">The person.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Said">Address and body, as sent; only their hash is kept.</param>
/// <param name="Act">What is done: <c>notify</c>, <c>amend</c>, <c>state</c>, <c>revalidate</c>, <c>remove</c>, <c>withdraw</c>, <c>acknowledge</c>, <c>check-in</c>, or what happens by itself.</param>
/// <param name="ChannelVersion">What the channel was when the right to do it was looked up, as in <c>ChannelPass.Version</c>.</param>
/// <param name="Reason">Why, where a reason is asked for.</param>
internal sealed record Command(Participant Who, IdempotencyKey Key, object Said, string Act, long ChannelVersion, string? Reason = null)
{
    /// <summary>What speaks against the version, as asked before; null for a version that says nothing new.</summary>
    public DraftVerdict? Verdict { get; init; }

    /// <summary>What may be wrong with its positions. INVARIANT: looked at before the unit of work begins: a detailed file of boundaries takes its time, and a store has one writer.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Audiences outside the humanitarian side that the room reaches now; null where nothing is told to anybody.</summary>
    public IReadOnlyList<string>? Reached { get; init; }

    /// <summary>What it is called where it was brought from; null when it was written here.</summary>
    public SourceReference? Source { get; init; }

    /// <summary>Fingerprint of the audience that the person was shown.</summary>
    public string? AudienceShown { get; init; }

    /// <summary>What happens by itself: the record of versions has <c>system</c> where a person would be.</summary>
    public static Command ByItself(string act) => new(Nobody.AsParticipant, default, act, act, ChannelVersion: 0);
}

/// <summary>What a writer gets back: never content (invariant 1).</summary>
/// <param name="Item">Id of the notification.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Version">The version that the command made.</param>
/// <param name="Late">Whether it came after the lead time.</param>
/// <param name="Existing">True when it was brought before and nothing was stored; absent otherwise.</param>
/// <param name="Warnings">Who is named and not told yet, and what may be wrong with its positions.</param>
internal sealed record Receipt(string Item, string Reference, int Version, bool Late, IReadOnlyList<Warning> Warnings, bool? Existing = null);

/// <summary>What a record is called in the system that it was brought from.</summary>
internal sealed record SourceReference(string System, string Id);

/// <summary>What a recipient gets back for a receipt: nothing of others, and nothing that it does not hold.</summary>
/// <param name="Item">Id of the notification.</param>
/// <param name="Version">The version that was acknowledged.</param>
/// <param name="AcknowledgedAt">When, UTC.</param>
internal sealed record Confirmation(string Item, int Version, DateTimeOffset AcknowledgedAt);
