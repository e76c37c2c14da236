using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Incidents.Features;

/// <summary>
/// The files of a report. Uploads are taken last, when nothing else stands against the command: what was taken for one command is lost to every other.
/// </summary>
internal sealed class Attaching(IUploads uploads)
{
    /// <summary>Checks how the files were named; whose they are is found out when they are taken.</summary>
    public async ValueTask CheckAsync(IReadOnlyList<string>? asked, FieldChecks checks, CancellationToken cancellationToken)
    {
        if (asked is not null)
        {
            var ids = checks.List(AttachedFile.Field, asked, 0, await uploads.MostFilesAsync(cancellationToken));
            checks.That(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, AttachedFile.Field, "Name each file once.");
        }
    }

    /// <summary>The files of a first report while nothing is taken yet; when this very command took them before, it is a repeat.</summary>
    public async Task<(IReadOnlyList<AttachedFile> Files, bool IsRepeat)> PlanAsync(
        Participant who, string channel, IReadOnlyList<string> asked, string command, FieldChecks checks, CancellationToken cancellationToken)
    {
        if (asked.Count == 0)
        {
            return ([], false);
        }

        return await uploads.FindAsync(who.Asks, channel, asked, cancellationToken) is { } free
            ? (free, false)
            : (await TakeAsync(who, channel, asked, [], command, checks, cancellationToken) ?? [], true);
    }

    /// <summary>The files asked for, in that order; those that the report has are kept, whoever uploaded them. Notes a fault when one cannot be had.</summary>
    /// <param name="who">Who attaches.</param>
    /// <param name="channel">The report's channel.</param>
    /// <param name="asked">Ids of uploads and of files that the report has; null to leave the files alone.</param>
    /// <param name="before">Files that the report has.</param>
    /// <param name="command">Stands for the command and for its repeats.</param>
    /// <param name="checks">Takes the fault.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<AttachedFile>?> TakeAsync(
        Participant who,
        string channel,
        IReadOnlyList<string>? asked,
        IReadOnlyList<AttachedFile> before,
        string command,
        FieldChecks checks,
        CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            return null;
        }

        var known = before.ToDictionary(file => file.Id, StringComparer.Ordinal);
        string[] added = [.. asked.Where(id => !known.ContainsKey(id))];
        if (added.Length > 0)
        {
            var taken = await uploads.TakeAsync(who.Asks, channel, added, $"incidents {command}", cancellationToken);
            checks.That(
                taken is not null, AttachedFile.Field, "Give the id of an upload of yours for this channel that is complete and not in use.");
            foreach (var file in taken ?? [])
            {
                known[file.Id] = file;
            }
        }

        return checks.Failed ? null : [.. asked.Select(id => known[id])];
    }

    /// <summary>The field as content holds it.</summary>
    public static JsonNode? Field(IReadOnlyList<AttachedFile> files) => JsonSerializer.SerializeToNode(files, JsonSerializerOptions.Web);
}
