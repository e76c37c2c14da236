using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Access.Data;

/// <summary>Who does what, once.</summary>
/// <param name="Who">The person.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Said">Address and body, as sent; only their hash is kept.</param>
/// <param name="Act">What is done: <c>raise</c>, <c>update</c>, <c>state</c>, <c>withdraw</c>, or what happens by itself.</param>
/// <param name="ChannelVersion">What the channel was when the right to do it was looked up, as in <c>ChannelPass.Version</c>.</param>
/// <param name="Reason">Why, where a reason is asked for.</param>
internal sealed record Command(Participant Who, IdempotencyKey Key, object Said, string Act, long ChannelVersion, string? Reason = null)
{
    /// <summary>What speaks against the version, as asked before; null for a version that says nothing new.</summary>
    public DraftVerdict? Verdict { get; init; }

    /// <summary>Fingerprint of the audience that the person was shown.</summary>
    public string? AudienceShown { get; init; }

    /// <summary>What happens by itself: the record of versions has <c>system</c> where a person would be.</summary>
    public static Command ByItself(string act) => new(Nobody.AsParticipant, default, act, act, ChannelVersion: 0);
}

/// <summary>What a writer gets back: never content (invariant 1).</summary>
/// <param name="Item">Id of the notice.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Version">The version that the command made.</param>
internal sealed record Receipt(string Item, string Reference, int Version);
