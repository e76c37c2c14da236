using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Tests;

/// <summary>Stands in for channels: the uploads that a test gives to a person.</summary>
internal sealed class GivenUploads : IUploads
{
    private readonly Dictionary<(string Person, string Upload), AttachedFile> given = [];

    public ValueTask<int> MostFilesAsync(CancellationToken cancellationToken) => ValueTask.FromResult(5);

    public void Give(string person, AttachedFile file) => given[(person, file.Id)] = file;

    public ValueTask<IReadOnlyList<AttachedFile>?> FindAsync(WhoAsks who, string channel, IReadOnlyList<string> uploads, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AttachedFile>?>(
            uploads.All(upload => given.ContainsKey((who.Person, upload))) ? [.. uploads.Select(upload => given[(who.Person, upload)])] : null);

    public ValueTask<IReadOnlyList<AttachedFile>?> TakeAsync(
        WhoAsks who, string channel, IReadOnlyList<string> uploads, string command, CancellationToken cancellationToken) =>
        FindAsync(who, channel, uploads, cancellationToken);
}
