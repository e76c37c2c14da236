using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Release;

/// <summary>
/// Port: turns a draft, as its author would post it, into the content it would become, so that a preview shows what the real thing will. Implemented
/// by the service that owns the kind; stores nothing.
/// </summary>
public interface IDraftReader
{
    /// <summary>Name of the kind's schema.</summary>
    string Kind { get; }

    /// <summary>Reads the draft.</summary>
    DraftContent Read(ItemOrigin author, string channel, JsonObject posted, DateTimeOffset now);
}

/// <summary>A draft after reading.</summary>
/// <param name="Content">The fields as the kind's schema names them.</param>
/// <param name="Protection">Whether it would be protection-sensitive.</param>
/// <param name="Sensitivity">The sensitivity it would get, if its content decides that.</param>
/// <param name="Faults">Remedies by field; when there are any, the content counts for nothing.</param>
public sealed record DraftContent(JsonObject Content, bool Protection, Sensitivity? Sensitivity, IReadOnlyDictionary<string, string[]> Faults)
{
    /// <summary>Audiences that the content names as recipients, such as <c>military:northern-force</c>; null for a kind that names nobody.</summary>
    public IReadOnlyList<string>? Recipients { get; init; }

    /// <summary>What may be wrong with it although it would be taken.</summary>
    public IReadOnlyList<DraftWarning> Warnings { get; init; } = [];

    /// <summary>Atoms of the release set that it will get; null for a kind whose author says or names them.</summary>
    public IReadOnlyList<string>? ReleaseTo { get; init; }
}

/// <summary>Something to look at once more before it is sent.</summary>
/// <param name="Field">The field, as a request names it.</param>
/// <param name="Text">What to look at, in a sentence; never repeats what was written.</param>
public sealed record DraftWarning(string Field, string Text);
