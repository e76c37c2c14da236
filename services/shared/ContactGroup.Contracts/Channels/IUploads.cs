using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Channels;

/// <summary>Port: files that a person has uploaded for a channel. Implemented by <c>channels</c>; closed on failure.</summary>
public interface IUploads
{
    /// <summary>
    /// Complete uploads of the person in the channel that no item carries yet, in the order asked; null when one of them is not that, for whatever
    /// reason. Changes nothing.
    /// </summary>
    ValueTask<IReadOnlyList<AttachedFile>?> FindAsync(WhoAsks who, string channel, IReadOnlyList<string> uploads, CancellationToken cancellationToken);

    /// <summary>
    /// The same, taken for one command: no other command gets them any more, and the same one gets them again, so that it can be repeated after a
    /// crash.
    /// </summary>
    /// <param name="who">The person.</param>
    /// <param name="channel">The channel they were uploaded for.</param>
    /// <param name="uploads">Ids of uploads.</param>
    /// <param name="command">Stands for the command and for its repeats.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<AttachedFile>?> TakeAsync(
        WhoAsks who, string channel, IReadOnlyList<string> uploads, string command, CancellationToken cancellationToken);

    /// <summary>Most files that one item may carry.</summary>
    ValueTask<int> MostFilesAsync(CancellationToken cancellationToken);
}
