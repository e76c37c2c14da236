using System.Data.Common;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Data;

/// <summary>A message with its author's present pass to its channel.</summary>
internal sealed record AuthorsMessage(Message Message, ChannelPass Pass)
{
    /// <summary>
    /// Why the person may not change the message; null for its author. Others are told that they are not the author only if they hold the message;
    /// for everybody else it does not exist. INVARIANT: whoever did not write it has everything asked that would be asked if it did not exist, so that neither
    /// the time of the answer nor a release that is away tells which. An author can take back what they wrote while release is away.
    /// </summary>
    public static async Task<ProblemCode?> RefuseOthersAsync(
        ModuleStore store, IHeldItems held, Participant who, string item, CancellationToken cancellationToken)
    {
        var isAuthor = await store.ReadAsync(connection => Messages.IsByAsync(connection, item, who.PersonId), cancellationToken);
        if (!isAuthor && await held.FindAsync(who.Asks, item, cancellationToken) is null)
        {
            return ProblemCode.NotFound;
        }

        var found = await store.ReadAsync(connection => FindAsync(connection, who, item), cancellationToken);
        return isAuthor && found is not null ? null
            : found is null or { Pass.ClosedByPosture: true } ? ProblemCode.NotFound
            : ProblemCode.NotTheAuthor;
    }

    /// <summary>The message, for its author while the author belongs to its channel.</summary>
    public static async Task<AuthorsMessage> RequireAsync(DbConnection connection, Participant who, string item) =>
        await FindAsync(connection, who, item) is { IsByAuthor: true } found ? new AuthorsMessage(found.Message, found.Pass)
            : throw new RefusedException(ProblemCode.NotFound);

    private static async Task<Known?> FindAsync(DbConnection connection, Participant who, string item)
    {
        var message = await Messages.FindAsync(connection, item);
        var pass = message is null ? null : (await Standings.FindAsync(connection, who.PersonId, message.Channel))?.PassFor(who.Asks);
        return pass is null ? null : new Known(message!, pass, message!.Author == who.PersonId);
    }

    private sealed record Known(Message Message, ChannelPass Pass, bool IsByAuthor);
}
