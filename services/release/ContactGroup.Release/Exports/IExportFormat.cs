using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Exports;

/// <summary>A format that views are written in.</summary>
internal interface IExportFormat
{
    /// <summary>Its name in addresses and commands.</summary>
    string Name { get; }

    /// <summary>Kinds that it can hold.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Whether a file holds items of one kind only.</summary>
    bool IsOfOneKind => false;

    /// <summary>Whether it names earlier views of an item.</summary>
    bool NamesEarlier => false;

    /// <summary>Whether it is for this reader; told by what they are and by nothing else.</summary>
    bool IsFor(Participant reader) => true;

    /// <summary>Whether an item can be written in it; asked of an item by itself.</summary>
    bool CanHold(ExportItem item) => Kinds.Contains(item.Kind, StringComparer.Ordinal);

    /// <summary>How the file is named and what it is. INVARIANT: a constant of the format, so that neither tells what is in it.</summary>
    ExportFile FileOf(bool single);

    /// <summary>Writes a file piece by piece into a buffer that is sent on and emptied after every piece.</summary>
    IExportWriter Open(Stream buffer, ExportScope scope);
}

/// <summary>Type and name of a file.</summary>
internal sealed record ExportFile(string MediaType, string Name);

/// <summary>What is known of an export before its first item.</summary>
/// <param name="Single">Whether it is one item by itself.</param>
/// <param name="Kind">The one kind of its items, where it is of one.</param>
/// <param name="Marking">Of all of it.</param>
/// <param name="NeedsNotice">Whether a movement or a site is in it.</param>
/// <param name="Now">When it is made.</param>
internal sealed record ExportScope(bool Single, string? Kind, ExportMarking Marking, bool NeedsNotice, DateTimeOffset Now);

/// <summary>Writes one file.</summary>
internal interface IExportWriter : IDisposable
{
    void Begin();

    void Add(ExportItem item);

    void End();
}
