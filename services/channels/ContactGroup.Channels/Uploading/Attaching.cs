using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Uploading;

/// <summary>The files of a message's next version: those it keeps, by their ids, and new uploads of its author.</summary>
internal static class Attaching
{
    public const string Remedy = "Give the id of an upload of yours for this channel that is complete and not in use.";

    public static IReadOnlyList<string>? Check(FieldChecks checks, IReadOnlyList<string>? asked, int mostFiles)
    {
        if (asked is null)
        {
            return null;
        }

        var ids = checks.List(AttachedFile.Field, asked, 0, mostFiles);
        checks.That(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, AttachedFile.Field, "Name each file once.");
        return ids;
    }

    /// <summary>The same files while nothing is taken yet, for judging a draft; what cannot be had is left out and refused when it is taken.</summary>
    public static async Task<IReadOnlyList<AttachedFile>> PlanAsync(
        IUploads uploads, Participant who, string channel, IReadOnlyList<string> asked, IReadOnlyList<AttachedFile> before, CancellationToken cancellationToken)
    {
        string[] added = [.. asked.Except(before.Select(file => file.Id), StringComparer.Ordinal)];
        var found = await uploads.FindAsync(who.Asks, channel, added, cancellationToken) ?? [];
        return [.. before.Where(file => asked.Contains(file.Id, StringComparer.Ordinal)), .. found];
    }

    /// <summary>The files in the order asked; those that the version before has are kept, whoever asks.</summary>
    public static async Task<IReadOnlyList<AttachedFile>> TakeAsync(
        WriteScope scope, string person, string channel, IReadOnlyList<string> asked, IReadOnlyList<AttachedFile> before, string item)
    {
        var known = before.ToDictionary(file => file.Id, StringComparer.Ordinal);
        string[] added = [.. asked.Where(id => !known.ContainsKey(id))];
        var taken = await Uploads.TakeAsync(scope, person, channel, added, item)
            ?? throw new RefusedException(ProblemCode.FieldInvalid, AttachedFile.Field, Remedy);
        foreach (var file in taken)
        {
            known[file.Id] = file;
        }

        return [.. asked.Select(id => known[id])];
    }
}
