using System.Data.Common;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Data;

/// <summary>A message with its author's present pass to its channel.</summary>
internal sealed record AuthorsMessage(Message Message, ChannelPass Pass)
{
    /// <summary>Whether the person holds the item. Asked before the transaction: it may be another process.</summary>
    public static async ValueTask<bool> IsHeldAsync(IHeldItems held, Participant who, string item, CancellationToken cancellationToken) =>
        Ids.IsWellFormed(item) && await held.FindAsync(who.Asks, item, cancellationToken) is not null;

    /// <summary>
    /// The message, for its author while the author belongs to its channel. Others are told that they are not the author only if they hold the
    /// message; for everybody else it does not exist.
    /// </summary>
    public static async Task<AuthorsMessage> RequireAsync(DbConnection connection, Participant who, string item, bool isHeld)
    {
        var message = await Messages.FindAsync(connection, item);
        var pass = message is null ? null : (await Standings.FindAsync(connection, who.PersonId, message.Channel))?.PassFor(who.Asks);
        if (pass is null)
        {
            throw new RefusedException(ProblemCode.NotFound);
        }

        return message!.Author == who.PersonId ? new AuthorsMessage(message, pass)
            : throw new RefusedException(isHeld && !pass.ClosedByPosture ? ProblemCode.NotTheAuthor : ProblemCode.NotFound);
    }
}
