using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Release;

/// <summary>
/// Port: asked by a write service before it stores what a person posts. Implemented by <c>release</c>. Looking for markings needs no store and does not
/// fail; the audience needs one, and an answer that does not come refuses the post.
/// </summary>
public interface IDraftGate
{
    /// <summary>Whether the draft may be stored.</summary>
    /// <param name="person">Who posts it.</param>
    /// <param name="draft">The version as it would be published.</param>
    /// <param name="fingerprint">Fingerprint of the audience that the person was shown; null when they were shown none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<DraftVerdict> CheckAsync(string person, ItemVersioned draft, string? fingerprint, CancellationToken cancellationToken);
}

/// <summary>What speaks against a draft.</summary>
/// <param name="MarkedFields">Names of fields that carry a marking above unclassified; empty when none does.</param>
/// <param name="Wider">The audience of now, when it is wider than the person was shown or the fingerprint cannot be used.</param>
public sealed record DraftVerdict(IReadOnlyList<string> MarkedFields, WiderAudience? Wider)
{
    /// <summary>
    /// Audiences that the draft names as recipients, and those of the humanitarian side for an advisory of others, that would not get it at once: a coordinator
    /// looks first, or it does not reach them.
    /// </summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];
}

/// <summary>An audience that is wider than was shown, as its author may know it.</summary>
/// <param name="Views">Audience, label, outcome and sentence as in a preview; never content.</param>
/// <param name="Fingerprint">To send when the person confirms it.</param>
public sealed record WiderAudience(IReadOnlyList<JsonNode> Views, string Fingerprint);
